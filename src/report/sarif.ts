import { formatEscapedJson } from '../util/escape-controls.ts';
import type { ReportedDiagnostic } from './report.ts';

const LEVELS = { error: 'error', warning: 'warning', suggestion: 'note' } as const;

/**
 * The findings as SARIF 2.1.0 (OASIS), which code-review sites read. Columns count UTF-16 units from 1, as SARIF's default.
 * A file outside the working directory keeps its absolute path.
 */
export function formatSarif(diagnostics: readonly ReportedDiagnostic[], version: string): string {
  return [...formatSarifParts([diagnostics], version)].join('');
}

const RESULTS = '"results": []';

/** The same in parts. `groups` is gone through twice: a log names all its rules before its findings. */
export function* formatSarifParts(
  groups: Iterable<readonly ReportedDiagnostic[]>,
  version: string,
): Generator<string> {
  const found = new Set<string>();
  for (const diagnostics of groups) for (const { code } of diagnostics) found.add(code);
  const codes = [...found].sort();
  const run = {
    tool: { driver: { name: 'jixiaoce', version, rules: codes.map((id) => ({ id })) } },
    columnKind: 'utf16CodeUnits',
    results: [],
  };
  const $schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  const [head = '', tail = ''] = formatEscapedJson({ $schema, version: '2.1.0', runs: [run] }).split(RESULTS);
  let before = `${head}"results": [\n`;
  for (const diagnostics of groups) {
    for (const diagnostic of diagnostics) {
      yield `${before}${formatEscapedJson(toResult(diagnostic, codes)).trimEnd()}`;
      before = ',\n';
    }
  }
  yield `${before === ',\n' ? '\n' : before}]${tail}`;
}

function toResult(diagnostic: ReportedDiagnostic, codes: readonly string[]) {
  const { code, severity, message, hint, file, fix, line, column, endLine, endColumn } = diagnostic;
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[severity],
    message: { text: hint ? `${message}\n${hint}` : message },
    locations: [{ physicalLocation: { artifactLocation: { uri: encodePath(file) }, region } }],
    ...(fix === undefined ? {} : { fixes: [toSarifFix(file, fix)] }),
  };
}

function toSarifFix(file: string, { title, edits }: NonNullable<ReportedDiagnostic['fix']>) {
  const replacements = edits.map(({ start, end, text }) => ({
    deletedRegion: { charOffset: start, charLength: end - start },
    insertedContent: { text },
  }));
  return {
    description: { text: title },
    artifactChanges: [{ artifactLocation: { uri: encodePath(file) }, replacements }],
  };
}

/** A URI reference: each step percent-encoded, the slashes kept; `C:/…` becomes `file:///C:/…`. */
function encodePath(file: string): string {
  const steps = file.split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]%3A\//.test(steps)) return `file:///${steps.replace('%3A', ':')}`;
  return steps.startsWith('/') ? `file://${steps}` : steps;
}
