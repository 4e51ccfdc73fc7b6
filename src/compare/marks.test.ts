import { expect, test } from 'vitest';
import { markChanges, shorten } from './marks.ts';

/** `[-…-]` for what was taken out, `{+…+}` for what was put in. */
const mark = (before: string, after: string, isShort = false) => {
  const pieces = markChanges(before, after);
  return (isShort ? shorten(pieces) : pieces)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
};

test('words are marked whole, and so are figures', () => {
  expect(mark('继续推进“微心愿”行动。', '持续推进“微心愿”行动。')).toBe('[-继续-]{+持续+}推进“微心愿”行动。');
  expect(mark('≤ 2.73 万元', '≤ 3.00 万元')).toBe('≤ [-2.73-]{+3.00+} 万元');
  expect(mark('培训4次。', '培训4次。\n走访2户。')).toBe('培训4次。{+\n走访2户。+}');
});

test('a single character that stayed does not tear a change apart', () => {
  expect(mark('开展甲的培训活动并总结', '开展乙的走访活动并总结')).toBe(
    '开展[-甲的培训-]{+乙的走访+}活动并总结',
  );
});

test('two texts with little in common are reported as two texts; one that only grew is not', () => {
  expect(mark('加强宣传，扩大影响。', '组织200名党员，入户走访')).toBe(
    '[-加强宣传，扩大影响。-]{+组织200名党员，入户走访+}',
  );
  const longer = `加强宣传。${'组织党员入户走访。'.repeat(20)}`;
  expect(mark('加强宣传。', longer)).toBe(`加强宣传。{+${longer.slice(5)}+}`);
});

test('what is far from a change is cut out, never the change', () => {
  const far = '甲'.repeat(100);
  expect(mark(`${far}一类${far}`, `${far}二类${far}`, true)).toMatch(/^……甲{16}.*[-].*[+].*甲{16}……$/);
});

test('nothing is lost: what stayed and was taken out is the old text, what stayed and was put in the new', () => {
  const words = '根据 州委 部署 ， 推进 “ 创建 ” 2 次 ； 𠮷 \n 3.5 万元 。 abc'.split(' ');
  let seed = 1;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  for (let round = 0; round < 300; round += 1) {
    const text = () => Array.from({ length: next(60) }, () => words[next(words.length)]).join('');
    const [before, after] = [text(), text()];
    const pieces = markChanges(before, after);
    const without = (kind: string) =>
      pieces.filter((piece) => piece.kind !== kind).map((piece) => piece.text);
    expect(without('added').join('')).toBe(before);
    expect(without('removed').join('')).toBe(after);
  }
});

test('texts of a megabyte that have nothing in common are reported in linear time: otherwise this would not end', () => {
  const text = (step: number) =>
    Array.from({ length: 300_000 }, (_, index) => String.fromCharCode(0x4e00 + ((index * step) % 5003))).join(
      '',
    );
  expect(markChanges(text(17), text(4001))).toHaveLength(2);
});
