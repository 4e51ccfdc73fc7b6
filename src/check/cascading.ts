import type { Diagnostic, Span } from '../report/diagnostic.ts';
import { compatibility, invisible } from './rules/characters.ts';
import { noGlyph } from './rules/glyphs.ts';
import { toFill } from './rules/to-fill.ts';

/** Without those of a place that is reported already: what a rare character is matters more than that no font has it. */
export function withoutMissingGlyphs(findings: readonly Diagnostic[]): Diagnostic[] {
  const reported = new Set(
    findings.filter(({ code }) => code === invisible.code || code === compatibility.code).map(placeKey),
  );
  return findings.filter((finding) => finding.code !== noGlyph.code || !reported.has(placeKey(finding)));
}

function placeKey({ at }: Diagnostic): string {
  return `${at.start} ${at.file}`;
}

/**
 * A 待填 value would also be reported as a wrong number, code or name: those findings are dropped, while 待填 itself is an
 * error. Otherwise a table could be left out without a reason.
 */
export function withoutToFillErrors(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const places = new Map<string, Span[]>();
  for (const { code, severity, at } of diagnostics) {
    if (code !== toFill.code || severity !== 'error') continue;
    const known = places.get(at.file);
    if (known) known.push(at);
    else places.set(at.file, [at]);
  }
  if (places.size === 0) return [...diagnostics];
  return diagnostics.filter(
    ({ code, at }) =>
      code === toFill.code ||
      !places.get(at.file)?.some(({ start, end }) => start < at.end && at.start < end),
  );
}
