import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import type { Templates } from '../document/templates.ts';
import { faceIdentity, faces } from '../font/faces.ts';
import { type PreviewWords, previewWords } from '../messages/preview.ts';
import type { Language } from '../messages/wording.ts';
import { hashOf } from '../workspace/folder.ts';
import { sayTooLarge } from './writing-routes.ts';

export interface ServedFile {
  type: string;
  content: string | Buffer;
  policy?: string;
}

/** What the preview's own page is made of. */
export interface PageFiles {
  shell: ServedFile;
  /** By name: `preview.js`. */
  get(name: string): ServedFile | undefined;
  /** Changes with any of them. */
  version: string;
}

/** What the page's scripts read: its words, the largest file that is imported, and what lets it write. */
export interface PageWords extends PreviewWords {
  lang: string;
  importMost: number;
  importTooLarge: string;
  importTooLargeHint: string;
  token: string | null;
}

/** As compiled: scripts/compile.mjs puts it beside the program. */
const FOLDER = join(import.meta.dirname, 'page');

/**
 * Reads them once. `token`: without it no request of the page is written; null when nothing may be edited. `mostImported`: bytes of
 * the largest file that is read.
 */
export function createPageFiles(language: Language, token: string | null, mostImported: number): PageFiles {
  const names = readdirSync(FOLDER)
    .filter((name) => /\.(?:css|js)$/.test(name))
    .sort();
  const files = new Map(names.map((name) => [name, { type: typeOf(name), content: readPart(name) }]));
  const tooLarge = sayTooLarge(mostImported, language);
  const words = {
    ...{ ...previewWords(language), lang: language === 'zh' ? 'zh-CN' : 'en' },
    ...{ importMost: mostImported, importTooLarge: tooLarge.text, importTooLargeHint: tooLarge.hint },
  };
  const template = Handlebars.compile(readPart('preview.hbs'), { strict: true });
  const render = (token: string | null) => {
    // Nothing in it may end the script element early.
    const json = new Handlebars.SafeString(JSON.stringify({ ...words, token }).replaceAll('<', '\\u003c'));
    return template({ ...words, words: json });
  };
  const shell = { type: 'text/html', content: render(token) };
  // The token of another run is no other page.
  const version = hashOf(JSON.stringify([render(null), ...files.values()]));
  return { shell, get: (name) => files.get(name), version };
}

/** The preview's own page: nothing but what this server has, and in no other page's frame. */
export const SHELL_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The pages run the scripts of this server alone; templates may style them. */
export const FRAME_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** The frame that the pages are put into: the templates' own document, with the fonts and the scripts that patch it. */
export function toFrame(templates: Templates): ServedFile {
  const rules = faces.map(
    (face, index) =>
      `@font-face{font-family:"${face.family}";src:url("/-/font/${index}?${encodeURIComponent(faceIdentity(face))}")}`,
  );
  const head = `<style>${rules.join('')}</style><link rel="stylesheet" href="/-/frame.css"><link rel="stylesheet" href="/-/editing.css">`;
  const body = `<div id="desk"><div id="sheets"></div></div><div id="galley"></div>${OVERLAYS}<script src="/-/pages.js"></script><script type="module" src="/-/frame.js"></script>`;
  const content = templates
    .renderDocument({ title: '绩效册', body, kind: 'pages' })
    .replace('</head>', () => `${head}</head>`);
  return { type: 'text/html', content };
}

/** What is shown over the pages: what was found, a cell that is edited, and what can be done with one. */
const OVERLAYS = `<div id="tip" role="tooltip" hidden></div>
<div id="editing" hidden><label for="cell-text"></label><button type="button" class="more" tabindex="-1">⋯</button><textarea id="cell-text" rows="1" spellcheck="false" autocomplete="off" role="combobox" aria-autocomplete="list" aria-controls="cell-options" aria-expanded="false" aria-describedby="cell-message"></textarea><div class="kinds" role="radiogroup"></div><ul id="cell-options" role="listbox" hidden></ul><p id="cell-message" class="message" role="alert"></p><p class="keys" aria-hidden="true"></p></div>
<div id="menu" role="menu" hidden></div>`;

function readPart(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8');
}

function typeOf(name: string): string {
  return name.endsWith('.css') ? 'text/css' : 'text/javascript';
}
