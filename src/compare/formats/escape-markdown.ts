import { escapeControls } from '../../util/escape-controls.ts';

/** An invisible character that keeps its neighbours from being read as one mark; no line is broken there. */
const JOINER = '&#8288;';

/** Characters that mean something to Markdown or HTML. As entities neither reads them as marks. */
const MARKS = /[&<>"'`*_~[\]()|\\$#@!^{}:]|=(?==)/g;

/**
 * What sites look for in the finished page, where an entity is a plain character again: @name, #123, !7, ~label, %12, :smile:,
 * GH-1, addresses. The joiner goes behind the match.
 */
const REFERENCES = /[@#]|[!~%^$&](?=[\w"{])|:(?=[!-~])|(?<![a-z\d])(?:GH-(?=\d)|www(?=\.))/gi;

/**
 * A stranger's text as the same text inside a line of Markdown: in a heading, a table's cell, a list or an HTML element. A
 * line must not begin with it.
 */
export function escapeMarkdown(text: string): string {
  return escapeControls(text)
    .replace(REFERENCES, '$&\u2060')
    .replace(MARKS, (mark) => `&#${mark.charCodeAt(0)};`)
    .replaceAll('\u2060', JOINER)
    .replaceAll('\n', '<br>');
}
