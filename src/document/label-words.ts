/** The words behind which a label that is too long for its column may break; shorter ones stay on one line. */
const LABEL_BREAKS = /(?<=社会公众|服务对象|可持续影响|生态环境)/;

/**
 * Where an office's name or a title may break: behind a place or the name of an office, before the words that go on. A sign
 * that also begins another word (市场, 县级) ends none there.
 */
const TITLE_BREAKS =
  /(?<=自治[区州县旗]|[省市县](?![委场政容民级直属])|人民政府|委员会|[局厅]|办公室)|(?<!\d)(?=\d{4}年)|(?=预算项目|绩效目标|汇编|直属|所属)/;

/** `服务对象满意度指标` → 服务对象, 满意度指标 */
export function splitLabel(label: string): string[] {
  return label.split(LABEL_BREAKS);
}

/** What a word of two characters may end in where that leaves no character alone: 满意度, 执行率. */
const ENDINGS = '度率数值性额期表人者';
/** Words that are longer, or joined to the one behind them. */
const LONGER = /^(?:可持续影响|[未非不总各每及和与或])/u;

/**
 * Between which parts a label may break in a column of so many characters: those of a long one, and the words of a part that
 * is still too long. `width`: where it is not known, only a long label breaks.
 */
export function breakLabel(label: string, width = Number.POSITIVE_INFINITY): string[] {
  return splitLabel(label).flatMap((part) => (part.length <= width ? part : splitWords(part)));
}

/** The same for a heading; empty where it is one line, or where lines of the same length end with its words anyway. */
export function breakHeading(heading: string, width = Number.POSITIVE_INFINITY): string[] {
  // A hair, because edges are rounded.
  const room = width + 0.05;
  if (heading.length <= room) return [];
  const parts = breakLabel(heading, room);
  const ends = new Set(parts.map((_, at) => parts.slice(0, at + 1).join('').length));
  const lines = Math.ceil(heading.length / Math.floor(room));
  const even = Math.ceil(heading.length / lines);
  const isEven = Array.from({ length: lines - 1 }, (_, at) => even * (at + 1)).every((end) => ends.has(end));
  // Letters and digits are narrower.
  return isEven && !/[!-~]/.test(heading) ? [] : parts;
}

/** `年初预算数` → 年初, 预算数; `1-7月执行情况` → 1-7月, 执行, 情况. Most words of a form have two characters. */
function splitWords(text: string): string[] {
  const pieces = text.match(/（[^）]*）?|[^\p{Script=Han}（]+月?|\p{Script=Han}+/gu) ?? [];
  const words: string[] = [];
  for (const piece of pieces) {
    if (/^\p{Script=Han}/u.test(piece))
      words.push(...piece.split(/(?<=..)(?=[及和与或]..)/u).flatMap(splitRun));
    else if (/^[（\dA-Za-z]/.test(piece) || words.length === 0) words.push(piece);
    else words[words.length - 1] += piece;
  }
  return words;
}

function splitRun(run: string): string[] {
  const words: string[] = [];
  for (let from = 0; from < run.length; ) {
    const [longer = ''] = LONGER.exec(run.slice(from)) ?? [];
    const isOdd = (run.length - from) % 2 === 1;
    const isJoined = longer.length === 1 && (isOdd || '及和与或'.includes(longer));
    let to = from + (longer.length > 1 ? longer.length : isJoined ? 3 : 2);
    const left = run.length - to;
    if (left === 1 || (left % 2 === 1 && ENDINGS.includes(run[to] ?? ''))) to += 1;
    words.push(run.slice(from, to));
    from = to;
  }
  return words;
}

/** `黔南州2022年度预算项目绩效目标表` → 黔南州, 2022年度, 预算项目, 绩效目标表 */
export function splitTitle(title: string): string[] {
  return title.split(TITLE_BREAKS);
}
