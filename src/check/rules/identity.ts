import { isScalar } from 'yaml';
import { toLine } from '../../form/text.ts';
import { listed } from '../../messages/wording.ts';
import { refuseFileName } from '../../read/file-name.ts';
import { spanOf } from '../../read/parse.ts';
import type { Project } from '../../read/project.ts';
import { BOOKLET_STEM } from '../../read/source.ts';
import { type Diagnostic, diagnose } from '../../report/diagnostic.ts';
import type { CheckedYear } from '../check.ts';

/** The same 项目编码 twice: one of the two was copied and not changed, and the system would refuse both. */
export function checkRepeatedCode({ projects }: CheckedYear): Diagnostic[] {
  return repeated(projects, (project) => project.code.text).map(([project, other]) =>
    diagnose('error', 'code/repeated', project.code.at, { code: project.code.text, other: other.file }),
  );
}

/** The same 项目名称 twice. */
export function checkRepeatedName({ projects }: CheckedYear): Diagnostic[] {
  return repeated(projects, (project) => toLine(project.name.text)).map(([project, other]) =>
    diagnose('warning', 'name/repeated', project.name.at, { name: project.name.text, other: other.file }),
  );
}

/** A source is named after its project, so that people find one by the other. */
export function checkFileName({ projects }: CheckedYear): Diagnostic[] {
  return projects
    .filter((project) => project.stem !== toLine(project.name.text).normalize('NFC'))
    .map((project) =>
      diagnose('warning', 'name/file', project.name.at, {
        stem: project.stem,
        name: toLine(project.name.text),
      }),
    );
}

/** A booklet.yaml that was carried over from last year's folder keeps last year's 年度. */
export function checkFolder({ sources }: CheckedYear): Diagnostic[] {
  return sources.flatMap(({ source, root }) => {
    const folder = source.file.split('/').at(-2) ?? '';
    const node = root.get('年度', true);
    if (source.stem !== BOOKLET_STEM || !isScalar(node)) return [];
    const year = String(node.value);
    const isOther = [folder, year].every((name) => /^\d{4}$/.test(name)) && year !== folder;
    return isOther ? [diagnose('warning', 'booklet/year', spanOf(source.file, node), { year, folder })] : [];
  });
}

/** 顺序 names a project that no table bears (an error), or leaves some out (a warning). A table with a mistake is there, too. */
export function checkOrder({ booklet, projects, unread }: CheckedYear): Diagnostic[] {
  const names = new Set([...projects.map((project) => toLine(project.name.text)), ...unread]);
  const [first] = booklet.order;
  if (first === undefined) return [];
  const unknown = booklet.order
    .filter(({ text }) => !names.has(text))
    .map(({ text, at }) => diagnose('error', 'order/unknown-name', at, { name: text }));
  const ordered = new Set(booklet.order.map(({ text }) => text));
  const left = [...names].filter((name) => !ordered.has(name));
  if (left.length === 0) return unknown;
  return [...unknown, diagnose('warning', 'order/incomplete', first.at, { names: listed(left) })];
}

/** Each project that repeats a key of an earlier one, with that earlier one. */
function repeated(projects: readonly Project[], keyOf: (project: Project) => string): [Project, Project][] {
  const seen = new Map<string, Project>();
  return projects.flatMap((project) => {
    const earlier = seen.get(keyOf(project));
    if (earlier === undefined) seen.set(keyOf(project), project);
    return earlier === undefined ? [] : [[project, earlier] as [Project, Project]];
  });
}

/** A source, or a 项目名称 that one is to be named after, whose name Windows cannot hold. */
export function checkWindowsName({ projects }: CheckedYear): Diagnostic[] {
  return projects.flatMap(
    ({ stem, name }) => refuseFileName(stem, name.at) ?? refuseFileName(name.text, name.at) ?? [],
  );
}

/** Names of our own outputs, which a project's must not overwrite. */
const RESERVED = new Set(['booklet', 'index', 'manifest']);

/** Two sources whose outputs would be one file (on Windows and macOS upper and lower case are the same), or one of ours. */
export function checkReservedName({ projects }: CheckedYear): Diagnostic[] {
  const reserved = projects
    .filter(({ stem }) => RESERVED.has(stem.toLowerCase()))
    .map(({ stem, name }) => diagnose('error', 'file/reserved', name.at, { stem }));
  const same = repeated(projects, ({ stem }) => stem.toLowerCase()).map(([project, other]) =>
    diagnose('error', 'file/same-name', project.name.at, { stem: project.stem, other: other.file }),
  );
  return [...reserved, ...same];
}
