import { type Package, readXml } from './package.ts';

interface Level {
  format: string;
  /** `%1.`, `（%1）` */
  text: string;
  start: number;
}

/** The number that Word writes before a paragraph, which is not in its text. */
export type Numbering = (list: string, level: number) => string;

/** Counts on with each call: paragraphs are asked for in their order. */
export function createNumbering(files: Package): Numbering {
  const { abstract, lists } = readLists(files);
  const counts = new Map<string, number[]>();
  return (list, level) => {
    const levels = abstract.get(lists.get(list) ?? '') ?? [];
    const own = levels[level];
    if (own === undefined || own.format === 'bullet' || own.format === 'none') return '';
    const count = counts.get(list) ?? [];
    counts.set(list, count);
    count[level] = (count[level] ?? own.start - 1) + 1;
    count.length = level + 1;
    return own.text.replace(/%(\d)/g, (_, at: string) => {
      const index = Number(at) - 1;
      return writeNumber(count[index] ?? levels[index]?.start ?? 1, levels[index]?.format ?? 'decimal');
    });
  };
}

function readLists(files: Package) {
  const abstract = new Map<string, Level[]>();
  const lists = new Map<string, string>();
  const part = files.get('word/numbering.xml');
  if (part === undefined) return { abstract, lists };
  let levels: Level[] = [];
  let level: Level = { format: 'decimal', text: '', start: 1 };
  let list = '';
  readXml(part, {
    open(name, attribute) {
      const value = attribute('val') ?? '';
      switch (name) {
        case 'abstractNum':
          levels = [];
          abstract.set(attribute('abstractNumId') ?? '', levels);
          break;
        case 'lvl':
          level = { format: 'decimal', text: '', start: 1 };
          // An override within a list belongs to that list; the text is the same in all that were seen.
          if (list === '') levels[Number(attribute('ilvl') ?? 0)] = level;
          break;
        case 'numFmt':
          level.format = value;
          break;
        case 'lvlText':
          level.text = value;
          break;
        case 'start':
          level.start = Number(value);
          break;
        case 'num':
          list = attribute('numId') ?? '';
          break;
        case 'abstractNumId':
          lists.set(list, value);
          break;
      }
    },
    close(name) {
      if (name === 'num') list = '';
    },
  });
  return { abstract, lists };
}

const DIGITS = '零一二三四五六七八九';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const STEMS = '甲乙丙丁戊己庚辛壬癸';

function writeNumber(number: number, format: string): string {
  if (/^(?:chinese|japaneseCounting|taiwanese|ideographDigital)/.test(format)) return writeChinese(number);
  switch (format) {
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return CIRCLED[number - 1] ?? String(number);
    case 'ideographTraditional':
      return STEMS[number - 1] ?? String(number);
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'lowerLetter':
      return String.fromCharCode(96 + (((number - 1) % 26) + 1));
    case 'upperLetter':
      return String.fromCharCode(64 + (((number - 1) % 26) + 1));
    case 'lowerRoman':
      return writeRoman(number).toLowerCase();
    case 'upperRoman':
      return writeRoman(number);
    default:
      return String(number);
  }
}

function writeChinese(number: number): string {
  if (number < 10) return DIGITS[number] ?? '';
  if (number >= 100) return Array.from(String(number), (digit) => DIGITS[Number(digit)]).join('');
  const tens = Math.floor(number / 10);
  return `${tens === 1 ? '' : DIGITS[tens]}十${number % 10 === 0 ? '' : DIGITS[number % 10]}`;
}

function writeRoman(number: number): string {
  const signs = [
    ['C', 100],
    ['XC', 90],
    ['L', 50],
    ['XL', 40],
    ['X', 10],
    ['IX', 9],
    ['V', 5],
    ['IV', 4],
    ['I', 1],
  ] as const;
  let rest = Math.min(number, 399);
  let text = '';
  for (const [sign, worth] of signs) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}
