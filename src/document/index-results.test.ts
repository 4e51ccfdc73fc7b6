import { expect, test } from 'vitest';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../test/compile-source.ts';
import { SOUND_MONITORING, SOUND_RESULT } from '../test/results.ts';
import { toIndexResults } from './index-results.ts';

const OTHER = SOUND_TABLE.replace('名称: 样例', '名称: 另一个')
  .replace('培训4期', '培训5期')
  .replace('52270022P004296102284', '52270022P004302101373');

test('each folder of results: what is written, wrong or missing, with bars of execution and points', () => {
  const { year } = compileTexts({
    'booklet.yaml': SOUND_BOOKLET,
    '样例.yaml': SOUND_TABLE,
    '另一个.yaml': OTHER,
    '自评/样例.yaml': SOUND_RESULT,
    '监控/7月/样例.yaml': SOUND_MONITORING,
    '监控/7月/另一个.yaml': SOUND_MONITORING.replace('2 次', '2 个'),
  });
  const [evaluation, monitoring] = ['自评', '监控/7月'].map((name) => {
    const folder = year.results.find(({ place }) => place.name === name);
    return folder && toIndexResults(folder, (path) => path === '自评/样例');
  });
  expect(evaluation).toMatchObject({
    title: '自评',
    sentence: '项目 2 个：已写 1 个，没有写 1 个。',
    hasScores: true,
  });
  expect(evaluation?.rows).toMatchObject([
    {
      ...{
        name: '样例',
        state: '已写',
        rate: '95.00%',
        rateWidth: '95',
        score: '98.97',
        scoreWidth: '99',
        grade: '优',
      },
      ...{ html: `${encodeURI('自评/样例')}.html`, pdf: `${encodeURI('自评/样例')}.pdf` },
    },
    { name: '另一个', state: '没有写', rate: '', html: '' },
  ]);
  expect(monitoring).toMatchObject({
    title: '监控 7月',
    sentence: '项目 2 个：已写 1 个，有错误 1 个。',
    hasScores: false,
  });
  expect(monitoring?.rows.map(({ name, state }) => `${name} ${state}`)).toEqual([
    '样例 绿 4',
    '另一个 有错误',
  ]);
});
