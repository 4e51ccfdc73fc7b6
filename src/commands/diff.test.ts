import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import type { Comparison } from '../compare/comparison.ts';
import { formatComparisonJson, toComparisonReport } from '../compare/formats/json.ts';
import { type Repository, withRepository } from '../test/repository.ts';
import { PROGRAM_ROOT } from '../util/program.ts';

const SERVICE = '党员志愿服务工作经费';
const TRAINING = '党员干部教育经费';

/** All that is reported, but what follows from it: totals and findings. */
function told({ booklets, projects, notCompared }: Comparison) {
  return { booklets, projects: projects.map(({ keys: _, ...project }) => project), notCompared };
}

interface Edit {
  what: string;
  edit: (repository: Repository) => void;
  projects?: object[];
  booklets?: object[];
}

const changed = (name: string, code: string, more: object) => ({
  year: '2022',
  file: `projects/2022/${name}.yaml`,
  name,
  code,
  change: 'changed',
  digests: {
    before: expect.stringMatching(/^[0-9a-f]{10}$/),
    after: expect.stringMatching(/^[0-9a-f]{10}$/),
  },
  cost: expect.objectContaining({ before: expect.any(String), after: expect.any(String) }),
  fields: [],
  rows: [],
  ...more,
});
const ofService = (more: object) => [changed(SERVICE, '52270022P004296102284', more)];
const ofTraining = (more: object) => [changed(TRAINING, '52270022P00430210136F', more)];
const changedRow = (labels: object, indicator: string, place: number, cells: object[]) => ({
  ...labels,
  indicator,
  change: 'changed',
  rows: { before: place, after: place },
  cells,
});
const cost = { level1: '产出指标', level2: '成本指标' };
const benefit = { level1: '效益指标', level2: '社会效益指标' };
const goods = '开展活动场地布置、租用车辆，配备购买志愿者必要物资';

const EDITS: Edit[] = [
  {
    what: 'a number',
    edit: ({ edit }) => edit(SERVICE, '≤ 2.73 万元', '≤ 3.00 万元'),
    projects: ofService({
      rows: [
        changedRow(cost, goods, 4, [
          {
            cell: '指标值',
            before: '≤ 2.73 万元',
            after: '≤ 3.00 万元',
            delta: '0.27 万元',
            percent: 9.89,
          },
        ]),
      ],
    }),
  },
  {
    what: 'a number that prints with other decimals',
    edit: ({ edit }) => edit(SERVICE, '≤ 2.73 万元', '≤ 2.730 万元'),
    projects: ofService({
      rows: [
        changedRow(cost, goods, 4, [
          { cell: '指标值', before: '≤ 2.73 万元', after: '≤ 2.730 万元', isEqual: true },
        ]),
      ],
    }),
  },
  {
    what: 'a sign',
    edit: ({ edit }) => edit(SERVICE, '≤ 2.73 万元', '= 2.73 万元'),
    projects: ofService({
      rows: [changedRow(cost, goods, 4, [{ cell: '指标值', before: '≤ 2.73 万元', after: '= 2.73 万元' }])],
    }),
  },
  {
    what: 'a unit',
    edit: ({ edit }) => edit(TRAINING, '≤ 30 万元', '≤ 250000 元'),
    projects: ofTraining({
      rows: [
        changedRow(cost, '培训费', 4, [
          {
            cell: '指标值',
            before: '≤ 30 万元',
            after: '≤ 250000 元',
            delta: '-50000 元',
            percent: -16.67,
          },
        ]),
      ],
    }),
  },
  {
    what: 'a sentence',
    edit: ({ edit }) => edit(TRAINING, '  党员统计培训，提高党务工作人员的业务工作能力。\n', ''),
    projects: ofTraining({
      fields: [
        {
          field: '绩效目标',
          before: expect.stringMatching(/端正入党动机，党员统计培训，提高党务工作人员的业务工作能力。$/),
          after: expect.stringMatching(/^开展党务干部培训，.*端正入党动机，$/),
        },
      ],
    }),
  },
  {
    what: 'a figure that becomes words',
    edit: ({ edit }) => edit(TRAINING, '指标值: ≤ 30 万元', '定性: 不超预算'),
    projects: ofTraining({
      rows: [
        changedRow(cost, '培训费', 4, [{ cell: '指标值', before: '≤ 30 万元', after: '定性 不超预算' }]),
      ],
    }),
  },
  {
    what: 'a remark that is new',
    edit: ({ edit }) => edit(TRAINING, '≤ 30 万元', '≤ 30 万元\n        备注: 含场地费。'),
    projects: ofTraining({
      rows: [changedRow(cost, '培训费', 4, [{ cell: '备注', before: '', after: '含场地费。' }])],
    }),
  },
  {
    what: 'a row added',
    edit: ({ edit }) =>
      edit(TRAINING, '    质量指标:', '      - 三级指标: 走访次数\n        指标值: ≥ 4 次\n    质量指标:'),
    projects: ofTraining({
      rows: [
        {
          level1: '产出指标',
          level2: '数量指标',
          indicator: '走访次数',
          change: 'added',
          rows: { before: null, after: 1 },
          cells: [{ cell: '指标值', before: '', after: '≥ 4 次' }],
        },
      ],
    }),
  },
  {
    what: 'a row removed',
    edit: ({ edit }) =>
      edit(
        TRAINING,
        '    质量指标:\n      - 三级指标: 参训对象结业考核合格率\n        指标值: = 100 %\n',
        '',
      ),
    projects: ofTraining({
      rows: [
        {
          level1: '产出指标',
          level2: '质量指标',
          indicator: '参训对象结业考核合格率',
          change: 'removed',
          cells: [{ cell: '指标值', before: '= 100 %', after: '' }],
          rows: { before: 1, after: null },
        },
      ],
    }),
  },
  {
    what: 'a row renamed',
    edit: ({ edit }) => edit(TRAINING, '三级指标: 培训费', '三级指标: 培训场地和讲课费'),
    projects: ofTraining({
      rows: [
        {
          ...cost,
          indicator: '培训场地和讲课费',
          change: 'renamed',
          previousIndicator: '培训费',
          rows: { before: 4, after: 4 },
          cells: [],
        },
      ],
    }),
  },
  {
    what: 'a row moved under its labels',
    edit: ({ edit }) => {
      edit(TRAINING, '      - 三级指标: 培训费\n        指标值: ≤ 30 万元\n', '');
      edit(
        TRAINING,
        '    成本指标:\n',
        '    成本指标:\n      - 三级指标: 培训费\n        指标值: ≤ 30 万元\n',
      );
    },
    projects: ofTraining({
      rows: [
        {
          ...cost,
          indicator: '培训费',
          change: 'moved',
          place: { before: 2, after: 1 },
          rows: { before: 4, after: 3 },
          cells: [],
        },
      ],
    }),
  },
  {
    what: 'a row moved under other labels',
    edit: ({ edit }) => {
      const row =
        '      - 三级指标: 组织州直机关党务干部开展全员培训\n        定性: 培训次数≥4次，培训人数≥600人\n';
      edit(TRAINING, `    数量指标:\n${row}`, '');
      edit(TRAINING, '    社会效益指标:\n', `    社会效益指标:\n${row}`);
    },
    projects: ofTraining({
      rows: [
        {
          ...benefit,
          indicator: '组织州直机关党务干部开展全员培训',
          change: 'moved',
          previousLevel1: '产出指标',
          previousLevel2: '数量指标',
          place: { before: 1, after: 1 },
          rows: { before: 0, after: 4 },
          cells: [],
        },
      ],
    }),
  },
  {
    what: 'a project renamed, its file too',
    edit: ({ git, edit }) => {
      git(['mv', `projects/2022/${TRAINING}.yaml`, 'projects/2022/党务干部教育经费.yaml']);
      edit('党务干部教育经费', `项目名称: ${TRAINING}`, '项目名称: 党务干部教育经费');
    },
    projects: ofTraining({
      name: '党务干部教育经费',
      file: 'projects/2022/党务干部教育经费.yaml',
      change: 'renamed',
      previousName: TRAINING,
      previousFile: `projects/2022/${TRAINING}.yaml`,
    }),
  },
  {
    what: 'a project with another code, name and file',
    edit: ({ git, edit }) => {
      git(['mv', `projects/2022/${TRAINING}.yaml`, 'projects/2022/教育.yaml']);
      edit('教育', `项目名称: ${TRAINING}`, '项目名称: 教育');
      edit('教育', '52270022P00430210136F', '52270022Z000000000001');
    },
    projects: ofTraining({
      name: '教育',
      file: 'projects/2022/教育.yaml',
      code: '52270022Z000000000001',
      change: 'renamed',
      previousName: TRAINING,
      previousFile: `projects/2022/${TRAINING}.yaml`,
      fields: [{ field: '项目编码', before: '52270022P00430210136F', after: '52270022Z000000000001' }],
    }),
  },
  {
    what: 'a project added',
    edit: ({ put }) =>
      put(
        'projects/2022/新项目.yaml',
        '项目名称: 新项目\n项目编码: 52270022Z000000000001\n绩效目标: 走访10次。\n绩效指标:\n  产出指标:\n    数量指标:\n      - 三级指标: 走访次数\n        指标值: ≥ 10 次\n  效益指标:\n    社会效益指标:\n      - 三级指标: 覆盖率\n        指标值: ≥ 90 %\n',
      ),
    projects: [
      changed('新项目', '52270022Z000000000001', {
        change: 'added',
        digests: { before: null, after: expect.any(String) },
        fields: [{ field: '绩效目标', before: '', after: '走访10次。' }],
        rows: [
          {
            level1: '产出指标',
            level2: '数量指标',
            indicator: '走访次数',
            change: 'added',
            rows: { before: null, after: 0 },
            cells: [{ cell: '指标值', before: '', after: '≥ 10 次' }],
          },
          {
            ...benefit,
            indicator: '覆盖率',
            change: 'added',
            rows: { before: null, after: 1 },
            cells: [{ cell: '指标值', before: '', after: '≥ 90 %' }],
          },
        ],
      }),
    ],
  },
  {
    what: 'a project removed',
    edit: ({ put }) => put(`projects/2022/${TRAINING}.yaml`, null),
    projects: ofTraining({
      change: 'removed',
      digests: { before: expect.any(String), after: null },
      fields: expect.any(Array),
      rows: expect.any(Array),
    }),
  },
  {
    what: 'the booklet',
    edit: ({ edit }) => edit('booklet', /$/, '编制日期: 2022-01-20\n顺序:\n  - 党员干部教育经费\n'),
    booklets: [
      {
        year: '2022',
        file: 'projects/2022/booklet.yaml',
        change: 'changed',
        fields: [
          { field: '编制日期', before: '', after: '2022-01-20' },
          { field: '顺序', before: '', after: '党员干部教育经费' },
        ],
      },
    ],
  },
];

test.each(EDITS)(
  '$what is reported once, and nothing else is',
  async ({ edit, projects = [], booklets = [] }) => {
    await withRepository(async (repository) => {
      edit(repository);
      const expected = { projects, booklets, notCompared: [] };
      expect(told((await repository.diff()).comparison)).toEqual(expected);
      repository.commit('改');
      expect(told((await repository.diff('HEAD~1')).comparison)).toEqual(expected);
      expect(told((await repository.diff()).comparison)).toEqual({
        projects: [],
        booklets: [],
        notCompared: [],
      });
    });
  },
);

test('the same content in other YAML clothes is no change', async () => {
  await withRepository(async ({ put, read, diff }) => {
    const path = `projects/2022/${SERVICE}.yaml`;
    const text = read(path).toString();
    const [, head = '', goal = '', tree = ''] =
      /^([\s\S]*?)(绩效目标:[\s\S]*?)(绩效指标:[\s\S]*)$/.exec(text) ?? [];
    const dressed = `\ufeff# 换一件衣服\n${tree}${goal.replace('|', '|+')}${head}`
      .replace('：原文如此', '：原文如此，没有改')
      .replace('相关要求，\n  继续推进', '相关要求，继续\n  推进')
      .replace('指标值: ≤ 2.73 万元', '"指标值" : "<= 2.73万元"')
      .replaceAll('定性: 良好', "定性: '良好'")
      .replaceAll('\n', '\r\n');
    expect(dressed).not.toBe(text);
    put(path, dressed);
    const { comparison } = await diff();
    expect(told(comparison)).toEqual({ projects: [], booklets: [], notCompared: [] });
    expect(comparison.findings).toEqual({
      brought: [expect.objectContaining({ code: 'value/not-canonical' })],
      mended: [],
      suppressed: [],
      unsuppressed: [],
    });
  });
});

test('the JSON is as its schema says, whatever happened', async () => {
  const validate = new Ajv({ allErrors: true, strict: true, strictTypes: false }).compile(
    JSON.parse(readFileSync(join(PROGRAM_ROOT, 'schema/comparison.schema.json'), 'utf8')),
  );
  await withRepository(async (repository) => {
    const { git, put } = repository;
    const validated = async () => {
      const { range, comparison, texts } = await repository.diff();
      const json = formatComparisonJson(toComparisonReport(range, comparison, texts, 'zh'));
      validate(JSON.parse(json));
      expect(validate.errors).toBeNull();
      return JSON.parse(json);
    };
    for (const { edit } of EDITS) {
      edit(repository);
      await validated();
      git(['reset', '--quiet', '--hard']);
      git(['clean', '--quiet', '--force', '-d']);
    }
    put('projects/2022/坏.yaml', '项目名称：坏\n');
    expect(await validated()).toMatchObject({
      from: 'HEAD',
      to: 'worktree',
      totals: {
        unit: '万元',
        before: '90.08',
        after: '90.08',
        projectsBefore: 8,
        projectsAfter: 8,
        isComplete: false,
      },
      projects: [],
      notCompared: [{ side: 'after', error: { line: 1, code: 'yaml/full-width-colon' } }],
    });
  });
});
