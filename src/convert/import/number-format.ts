import Big from 'big.js';

/** The formats that a workbook has without describing them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  36: 'yyyy"年"m"月"',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

export function formatOf(id: number, own: ReadonlyMap<number, string>): string {
  return own.get(id) ?? BUILT_IN[id] ?? '';
}

/** A number as its cell shows it: percent, decimals and words of the format, dates as 2022年1月31日; no thousands commas. */
export function showNumber(value: string, format: string, isFrom1904: boolean): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  const [positive = '', negative] = splitSections(format);
  const bare = positive.replace(/"[^"]{0,99}"|\\.|_.|\*.|\[[^\]]{0,99}\]/g, '');
  // Of a month alone `m` is a month, beside hours minutes.
  if (/[yd]/i.test(bare) || /^m+$/i.test(bare)) return showDate(number, bare, isFrom1904);
  if (/[hs]/i.test(bare)) return showTime(number);
  const isPercent = bare.includes('%');
  const plain = withoutNoise(number).times(isPercent ? 100 : 1);
  if (!/[0#?]/.test(bare)) return dress(positive, plain.toFixed());
  const decimals = /\.([0#?]*)/.exec(bare)?.[1] ?? '';
  const least = decimals.replace(/[#?]/g, '').length;
  const rounded = plain.round(decimals.length);
  const written = rounded.toFixed(Math.max(least, (rounded.toFixed().split('.')[1] ?? '').length));
  const isOwn = number < 0 && negative !== undefined && !/[(-]/.test(negative);
  const text = `${isOwn ? written.replace('-', '') : written}${isPercent ? '%' : ''}`;
  return dress(isOwn ? (negative ?? '') : positive, text);
}

/** For positive numbers, negative ones, zero and text. */
function splitSections(format: string): string[] {
  let isQuoted = false;
  const sections = [''];
  for (const sign of format) {
    if (sign === '"') isQuoted = !isQuoted;
    if (sign === ';' && !isQuoted) sections.push('');
    else sections.push((sections.pop() ?? '') + sign);
  }
  return sections;
}

/** 0.30000000000000004 is 0.3: a spreadsheet shows fifteen digits. */
function withoutNoise(number: number): Big {
  return new Big(number.toPrecision(15));
}

/** The number with what the format writes before and behind it, such as a unit in quotes. */
function dress(section: string, number: string): string {
  let isWritten = false;
  const text = section.replace(
    /"([^"]{0,99})"|\\(.)|\[\$([^\]-]{0,9})[^\]]{0,99}\]|\[[^\]]{0,99}\]|_.|\*.|(General|@|[0#?.,%]{1,99})|([\s\S])/gi,
    (_, quoted?: string, escaped?: string, currency?: string, digits?: string, other?: string) => {
      if (digits === undefined) return quoted ?? escaped ?? currency ?? other ?? '';
      const first = isWritten ? '' : number;
      isWritten = true;
      return first;
    },
  );
  return isWritten ? text.trim() : `${text.trim()}${number}`;
}

const DAY = 86_400_000;

function showDate(serial: number, bare: string, isFrom1904: boolean): string {
  // Day 60 is the 29 February 1900 that there never was.
  const days = isFrom1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * DAY);
  const parts = [
    /y/i.test(bare) ? `${date.getUTCFullYear()}年` : '',
    /m/i.test(bare) ? `${date.getUTCMonth() + 1}月` : '',
    /d/i.test(bare) ? `${date.getUTCDate()}日` : '',
  ];
  return parts.join('');
}

function showTime(serial: number): string {
  const minutes = Math.round((serial % 1) * 1440);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
