import { toFullWidth } from '../../form/text.ts';

/** UTF-16 units, which is what Excel counts. */
const LONGEST = 31;

/** Names for the sheets of one workbook: short enough, of signs that are allowed, and no two alike. */
export function toSheetNames(names: readonly string[]): string[] {
  // Excel keeps this one for itself.
  const taken = new Set(['history']);
  const counts = new Map<string, number>();
  return names.map((name) => {
    const plain = name
      // What a sheet's name cannot hold.
      .replace(/[\\/?*[\]:]/g, toFullWidth)
      .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
      .replace(/^'|'$/g, '’');
    const base = cut(plain, LONGEST);
    for (let count = counts.get(base) ?? 1; ; count += 1) {
      const suffix = count === 1 ? '' : `(${count})`;
      const unique = `${cut(plain, LONGEST - suffix.length)}${suffix}`;
      const key = unique.normalize('NFKC').toLowerCase();
      if (unique === '' || taken.has(key)) continue;
      taken.add(key);
      counts.set(base, count + 1);
      return unique;
    }
  });
}

/** The beginning of a text; no character is cut in two, and no apostrophe is left at the end. */
function cut(text: string, length: number): string {
  let kept = '';
  for (const sign of text) {
    if (kept.length + sign.length > length) break;
    kept += sign;
  }
  return kept.trim().replace(/'$/, '’');
}

/** A sheet's name in a formula: `'甲''乙'`. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
