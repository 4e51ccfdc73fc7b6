/** Characters of the fonts Symbol and Wingdings, which Word keeps by number. */
const SYMBOL: Readonly<Record<number, string>> = {
  37: '%',
  60: '<',
  61: '=',
  62: '>',
  163: '≤',
  179: '≥',
  177: '±',
  180: '×',
  176: '°',
  185: '≠',
  183: '·',
  109: 'μ',
};
const WINGDINGS: Readonly<Record<number, string>> = {
  82: '☑',
  84: '☒',
  111: '□',
  113: '□',
  168: '□',
  251: '☒',
  252: '√',
  253: '☒',
  254: '☑',
  108: '●',
  110: '■',
};

/** `F0B3` of Symbol is ≥; null for what is not known. */
export function readSymbol(font: string, code: number): string | null {
  const own = code >= 0xf000 ? code - 0xf000 : code;
  return (/wingdings/i.test(font) ? WINGDINGS : SYMBOL)[own] ?? null;
}

/** The same characters where a program wrote them into the text. */
export function replaceSymbols(text: string): string {
  return /[\uf020-\uf0ff]/.test(text)
    ? text.replace(/[\uf020-\uf0ff]/g, (sign) => readSymbol('Symbol', sign.charCodeAt(0)) ?? sign)
    : text;
}
