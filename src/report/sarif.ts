import { formatEscapedJson } from '../util/escape-controls.ts';
import type { ReportedDiagnostic } from './report.ts';

const LEVELS = { error: 'error', warning: 'warning', suggestion: 'note' } as const;

/**
 * The findings as SARIF 2.1.0 (OASIS), which code-review sites read. Columns count UTF-16 units from 1, as SARIF's default.
 * A file outside the working directory keeps its absolute path.
 */
export function formatSarif(diagnostics: readonly ReportedDiagnostic[], version: string): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'jixiaoce', version, rules: codes.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => ({
          ruleId: diagnostic.code,
          ruleIndex: codes.indexOf(diagnostic.code),
          level: LEVELS[diagnostic.severity],
          message: {
            text: diagnostic.hint ? `${diagnostic.message}\n${diagnostic.hint}` : diagnostic.message,
          },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodePath(diagnostic.file) },
                region: {
                  startLine: diagnostic.line,
                  startColumn: diagnostic.column,
                  endLine: diagnostic.endLine,
                  endColumn: diagnostic.endColumn,
                },
              },
            },
          ],
          ...(diagnostic.fix === undefined ? {} : { fixes: [toSarifFix(diagnostic.file, diagnostic.fix)] }),
        })),
      },
    ],
  };
  return formatEscapedJson(log);
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
