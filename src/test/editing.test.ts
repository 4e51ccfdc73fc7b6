import { execFileSync } from 'node:child_process';
import { existsSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Operation } from '../preview/operations.ts';
import { SOUND_TABLE } from './compile-source.ts';
import { withEditing } from './editing.ts';

const NAME = '党员志愿服务工作经费';
const FILE = `projects/2022/${NAME}.yaml`;

const set = (row: number | null, field: string, text: string, key: string | null = null): Operation => ({
  kind: 'set',
  cell: { row, field },
  text,
  key,
});

test('a figure is one line of the diff; a BOM, CRLF and comments stay; undo leads back byte for byte', async () => {
  await withEditing(
    async ({ edit, look, read, post }) => {
      const before = read(FILE).toString();
      const { page } = await look(NAME);
      const row = page.places.rows.findIndex(({ fields }) => fields.指标值?.text === '≤ 2.73 万元');
      const kept = await edit(NAME, set(row, '指标值', '≤ 2.80 万元'));
      expect({ status: kept.status, said: kept.said }).toMatchObject({
        status: 200,
        said: { text: '', stem: NAME },
      });
      expect(read(FILE).toString()).toBe(before.replace('2.73', '2.80'));
      // Told at once: nobody waits for the folder to be watched.
      expect((await look(NAME)).page.places.rows[row]?.fields.指标值?.text).toBe('≤ 2.80 万元');
      await edit(NAME, set(row, '备注', '一句，\n二句。'));
      await edit(NAME, { kind: 'duplicate-row', cell: { row, field: '三级指标' } });
      const { edits } = await look(NAME);
      expect(edits?.map(({ canUndo }) => canUndo)).toEqual([true, false, false]);
      const [, second] = edits ?? [];
      expect((await post('undo', { id: second?.id })).status).toBe(409);
      for (const { id } of edits ?? []) expect((await post('undo', { id })).status).toBe(200);
      expect(read(FILE).toString()).toBe(before);
      expect((await look(NAME)).edits).toEqual([]);
    },
    [],
    ({ read, put }) => put(FILE, `\ufeff${read(FILE).toString().replaceAll('\n', '\r\n')}`),
  );
});

test('rows, groups, remedies, suppressions, new tables and names', async () => {
  await withEditing(async ({ edit, look, read, post, put, folder }) => {
    const before = read(FILE).toString();
    const rowsOf = async () =>
      (await look(NAME)).page.places.rows.map(({ level2, fields }) => `${level2} ${fields.三级指标?.text}`);
    const rows = await rowsOf();
    const cell = { row: 0, field: '三级指标' };
    expect((await edit(NAME, { kind: 'add-row', cell })).status).toBe(200);
    expect(read(FILE).toString()).toContain('- 三级指标: 待填\n        指标值: 待填\n');
    expect((await edit(NAME, { kind: 'remove-row', cell: { ...cell, row: 1 } })).status).toBe(200);
    expect(read(FILE).toString()).toBe(before);
    const group = { level1: '效益指标', level2: '经济效益指标' };
    expect((await edit(NAME, { kind: 'add-group', ...group })).status).toBe(200);
    expect(await rowsOf()).toEqual(expect.arrayContaining([expect.stringContaining('经济效益指标 ')]));
    expect((await edit(NAME, { kind: 'move-row', cell, ...group, index: 0 })).status).toBe(200);
    expect((await rowsOf()).filter((row) => row.startsWith('经济效益指标'))).toHaveLength(2);
    expect((await rowsOf()).length).toBe(rows.length + 1);
    put(
      FILE,
      before
        .replace('≤ 2.73 万元', '2.73 万元')
        .replace('备注: 项目', '备注: 项目,')
        .replace('良好', '良好,好'),
    );
    await expect
      .poll(async () => (await look(NAME)).page.findings.map(({ code }) => code))
      .toContain('value/no-sign');

    const { findings } = (await look(NAME)).page;
    const noSign = findings.find(({ code }) => code === 'value/no-sign');
    expect(noSign?.isSuppressible).toBe(false);
    const { code = '', line = 0, column = 0 } = noSign ?? {};
    expect(
      (await edit(NAME, { kind: 'suppress', finding: { code, line, column }, reason: '好' })).status,
    ).toBe(422);
    expect((await edit(NAME, { kind: 'fix', finding: { code, line, column } })).status).toBe(200);
    expect(read(FILE).toString()).toContain('≤ 2.73 万元');
    expect((await edit(NAME, { kind: 'fix', finding: { code, line, column } })).status).toBe(422);
    const half = (await look(NAME)).page.findings.find((finding) => finding.code === 'text/half-width');
    const name = { code: half?.code ?? '', line: half?.line ?? 0, column: half?.column ?? 0 };
    expect((await edit(NAME, { kind: 'suppress', finding: name, reason: '。' })).said.text).toContain('理由');
    expect((await edit(NAME, { kind: 'suppress', finding: name, reason: '原文如此' })).status).toBe(200);
    expect(read(FILE).toString()).toContain('# 忽略 text/half-width：原文如此\n');
    expect((await edit(NAME, { kind: 'fix-all', code: 'text/half-width' })).status).toBe(200);
    const codes = (await look(NAME)).page.findings.map((finding) => finding.code);
    expect(codes).not.toContain('text/half-width');

    expect((await post('new/2022', { name: '新的项目' })).said.stem).toBe('新的项目');
    expect(read('projects/2022/新的项目.yaml').toString()).toContain('项目名称: 新的项目\n');
    for (const wrong of ['新的项目', '../x', 'a/b', 'CON', '', 'booklet'])
      expect((await post('new/2022', { name: wrong })).status, wrong).toBe(422);
    const order = read('projects/2022/booklet.yaml').toString();
    const known = async () => (await look('booklet')).page.editing?.revision;
    const unordered = await known();
    put('projects/2022/booklet.yaml', `${order.trimEnd()}\n顺序:\n  - 新的项目\n`);
    await expect.poll(known).not.toBe(unordered);
    expect((await edit('新的项目', { kind: 'rename', name: '改了名' })).status).toBe(200);
    expect(read('projects/2022/改了名.yaml').toString()).toContain('项目名称: 改了名\n');
    expect(existsSync(join(folder, 'projects/2022/新的项目.yaml'))).toBe(false);
    expect(read('projects/2022/booklet.yaml').toString()).toContain('  - 改了名\n');
    const [last] = (await look(NAME)).edits ?? [];
    expect((await post('undo', { id: last?.id })).said.stem).toBe('新的项目');
    expect(read('projects/2022/新的项目.yaml').toString()).toContain('项目名称: 新的项目\n');
    expect(read('projects/2022/booklet.yaml').toString()).toContain('  - 新的项目\n');
  }, []);
});

test('an edit made against another state of the file is refused, whoever changed it', async () => {
  await withEditing(async ({ edit, look, read, put, folder }) => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: folder });
    git('init', '-q');
    git('add', 'projects');
    git('commit', '-qm', 'a');
    const { revision = '' } = (await look(NAME)).page.editing ?? {};
    const row = (await look(NAME)).page.places.rows.findIndex(({ fields }) =>
      fields.指标值?.text.includes('2.73'),
    );
    // In an editor, and nobody has looked yet.
    const other = read(FILE).toString().replace('2.73', '3.33');
    put(FILE, other);
    expect((await edit(NAME, set(row, '指标值', '≤ 9 万元'), { revision })).status).toBe(409);
    expect(read(FILE).toString()).toBe(other);
    // In another tab.
    expect((await edit(NAME, set(row, '指标值', '≤ 4 万元'))).status).toBe(200);
    expect((await edit(NAME, set(row, '指标值', '≤ 9 万元'), { revision })).status).toBe(409);
    // By git; what was edited before cannot be undone any more.
    git('checkout', '-q', '.');
    await expect.poll(async () => (await look(NAME)).edits?.[0]?.canUndo).toBe(false);
    expect(read(FILE).toString()).toContain('2.73');
    const kept = await edit(NAME, set(row, '指标值', '≤ 5 万元'));
    expect(kept.status).toBe(200);
    expect(git('diff', '--numstat').toString()).toMatch(/^1\t1\t/);
  });
});

test('an office is edited like a year, and of results what is written in their own file', async () => {
  await withEditing(
    async ({ look, post, read }) => {
      const office = '2022/219-棠溪镇';
      const { page } = await look('样例', office);
      const edit = (year: string, operation: Operation, revision = '') =>
        post(`edit/${[...year.split('/'), '样例'].map(encodeURIComponent).join('/')}`, {
          revision,
          operation,
        });
      const kept = await edit(office, set(0, '指标值', '≥ 5 次'), page.editing?.revision);
      expect(kept.status).toBe(200);
      expect(read('projects/2022/219-棠溪镇/样例.yaml').toString()).toContain('指标值: ≥ 5 次\n');
      expect((await post(`new/${encodeURI(office)}`, { name: '镇里的项目' })).status).toBe(200);
      expect(read('projects/2022/219-棠溪镇/镇里的项目.yaml').toString()).toContain('项目名称: 镇里的项目\n');
      const results = `${office}/自评`;
      const shown = (await look('样例', results)).page;
      const cell = shown.places.rows
        .flatMap(({ fields }, row) =>
          Object.entries(fields).map(([field, { text }]) => ({ row, field, text })),
        )
        .find(({ text }) => text === '3 次');
      const before = read('projects/2022/219-棠溪镇/自评/样例.yaml').toString();
      const goal = await edit(results, set(0, '指标值', '≥ 9 次'), shown.editing?.revision);
      expect(goal.status).toBe(422);
      const added = { kind: 'add-row', cell: { row: 0, field: '三级指标' } } as const;
      expect((await edit(results, added, shown.editing?.revision)).status).toBe(422);
      const made = await edit(
        results,
        set(cell?.row ?? -1, cell?.field ?? '', '4 次'),
        shown.editing?.revision,
      );
      expect(made.said).toMatchObject({ text: '' });
      expect(read('projects/2022/219-棠溪镇/自评/样例.yaml').toString()).toBe(before.replace('3 次', '4 次'));
    },
    [],
    ({ put }) => {
      const office = 'projects/2022/219-棠溪镇';
      put(`${office}/booklet.yaml`, '标题: 棠溪镇\n单位: 棠溪镇\n');
      put(`${office}/样例.yaml`, SOUND_TABLE.replace('004296102284', '004296102999'));
      put(
        `${office}/自评/样例.yaml`,
        '资金: { 年初预算数: 30 万元, 全年预算数: 30 万元, 全年执行数: 28.50 万元 }\n完成情况: 办了三期。\n指标:\n  培训次数: 3 次  # 少一次\n  培训合格率: 96 %\n',
      );
    },
  );
});

describe('attacks', () => {
  const operation = set(null, '实施单位', '某单位');
  test('only the page of this run writes', async () => {
    await withEditing(async ({ ask, headers, look, port, read, token }) => {
      const before = read(FILE).toString();
      const { revision = '' } = (await look(NAME)).page.editing ?? {};
      const path = `/-/write/edit/2022/${encodeURIComponent(NAME)}`;
      const body = JSON.stringify({ revision, operation });
      const refused: [string, Record<string, string>, string?, string?][] = [
        ['no token', { 'x-jixiaoce-token': '' }],
        ['another token', { 'x-jixiaoce-token': token.replace(/.$/, '_x') }],
        ['a token as long', { 'x-jixiaoce-token': 'x'.repeat(token.length) }],
        [
          'another name for this machine',
          { host: `evil.example:${port}`, origin: `http://evil.example:${port}` },
        ],
        ['another port', { host: '127.0.0.1:80', origin: 'http://127.0.0.1:80' }],
        ['another origin', { origin: 'http://evil.example' }],
        ['another program here', { origin: `http://127.0.0.1:${Number(port) + 1}` }],
        ['a sandboxed page', { origin: 'null' }],
        ['another site', { 'sec-fetch-site': 'cross-site' }],
        ['typed', { 'sec-fetch-site': 'none' }],
        ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
        ['plain text', { 'content-type': 'text/plain' }],
        ['several types', { 'content-type': 'text/plain; application/json' }],
        ['reading', {}, path, 'GET'],
        ['asking', {}, path, 'OPTIONS'],
        ['putting', {}, path, 'PUT'],
        ['a path that climbs', {}, `/-/write/edit/2022/..%2f..%2fpackage`],
        ['another path', {}, '/-/events'],
      ];
      for (const [what, given, to = path, method = 'POST'] of refused) {
        const { status } = await ask(to, { ...headers(), ...given }, body, method);
        expect([0, 403, method === 'GET' ? 404 : 403], what).toContain(status);
      }
      const { origin: _, ...without } = headers();
      expect((await ask(path, without, body)).status).toBe(403);
      // Routes, addresses and bodies that there are not.
      for (const other of ['__proto__', 'constructor', 'edits', '']) {
        expect((await ask(`/-/write/${other}/2022/x`, headers(), body)).status).toBe(404);
      }
      for (const other of ['2022/package', '2022/constructor', '2021/x', '2022', '2022/x/y', '2022/..'])
        expect([403, 404]).toContain((await ask(`/-/write/edit/${other}`, headers(), body)).status);
      const bodies: [string, number][] = [
        ['', 400],
        ['{', 400],
        ['[]', 400],
        ['null', 400],
        [JSON.stringify({ revision, operation: { ...operation, kind: 'toString' } }), 400],
        [JSON.stringify({ revision, operation: { ...operation, cell: { row: -1, field: '备注' } } }), 400],
        [JSON.stringify({ revision, operation: { ...operation, cell: { row: '0', field: '备注' } } }), 400],
        [JSON.stringify({ revision, operation: { ...operation, key: '备注' } }), 400],
        [JSON.stringify({ revision, operation: { ...operation, text: ['x'] } }), 400],
        [`{"__proto__":${body}}`, 400],
        [`{"revision":"${revision}","operation":{"__proto__":${JSON.stringify(operation)}}}`, 400],
        [JSON.stringify({ revision: 'x', operation }), 409],
        [
          JSON.stringify({ revision, operation: { ...operation, cell: { row: null, field: '__proto__' } } }),
          422,
        ],
        [JSON.stringify({ revision, operation: { ...operation, cell: { row: 999, field: '备注' } } }), 422],
        [JSON.stringify({ revision, operation: { ...operation, text: `甲\u0000乙` } }), 422],
        [JSON.stringify({ revision, operation: { ...operation, text: '长'.repeat(6000) } }), 422],
        [`${' '.repeat(70_000)}${body}`, 413],
      ];
      for (const [wrong, status] of bodies) {
        expect([wrong.slice(-90), (await ask(path, headers(), wrong)).status]).toEqual([
          wrong.slice(-90),
          status,
        ]);
      }
      const chunked = await ask(path, { ...headers(), 'transfer-encoding': 'chunked' }, body);
      expect(chunked.status).toBe(413);
      expect(read(FILE).toString()).toBe(before);
      expect((await ask(path, headers(), body)).status).toBe(200);
    });
  });

  test('a second request hidden in the body, and a body that never comes, change nothing', async () => {
    await withEditing(async ({ headers, look, port, read }) => {
      const before = read(FILE).toString();
      const { revision = '' } = (await look(NAME)).page.editing ?? {};
      const body = JSON.stringify({ revision, operation });
      const inner = `POST /-/write/edit/2022/${encodeURIComponent(NAME)} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
      const lines = Object.entries(headers()).map(([name, value]) => `${name}: ${value}`);
      const say = (text: string) =>
        new Promise<string>((resolve) => {
          let said = '';
          const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
          socket.setEncoding('utf8').on('data', (piece: string) => (said += piece));
          socket.on('close', () => resolve(said)).on('error', () => resolve(said));
        });
      const path = `/-/write/edit/2022/${encodeURIComponent(NAME)}`;
      const head = (length: string) => `POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n${length}\r\n\r\n`;
      const both = await say(`${head('content-length: 4\r\ntransfer-encoding: chunked')}0\r\n\r\n${inner}`);
      expect(both).toMatch(/^HTTP\/1.1 400/);
      // Two lengths; a body that stops.
      expect(await say(head('content-length: 4\r\ncontent-length: 9'))).toMatch(/^HTTP\/1.1 400/);
      expect(await say(`${head('content-length: 400')}{"revision"`)).toMatch(/^HTTP\/1.1 413/);
      expect(read(FILE).toString()).toBe(before);
    });
  });

  test.skipIf(process.platform === 'win32')(
    'a link, a folder or a pipe in the place of a file is not written',
    async () => {
      await withEditing(async ({ edit, folder, put, read, look }) => {
        const before = read(FILE).toString();
        put('别处.yaml', before);
        const path = join(folder, FILE);
        const replaced: [string, () => void][] = [
          ['a link', () => symlinkSync(join(folder, '别处.yaml'), path)],
          ['a pipe', () => execFileSync('mkfifo', [path])],
          ['nothing', () => {}],
        ];
        for (const [what, replace] of replaced) {
          await expect.poll(async () => (await look(NAME)).page.editing !== null).toBe(true);
          const { revision = '' } = (await look(NAME)).page.editing ?? {};
          rmSync(path);
          replace();
          const { status } = await edit(NAME, operation, { revision });
          expect([what, status === 404 ? 409 : status]).toEqual([what, 409]);
          expect(read('别处.yaml').toString()).toBe(before);
          rmSync(path, { force: true });
          writeFileSync(path, before);
        }
        // The whole year led elsewhere.
        await expect.poll(async () => (await look(NAME)).page.editing !== null).toBe(true);
        const { revision = '' } = (await look(NAME)).page.editing ?? {};
        renameSync(join(folder, 'projects/2022'), join(folder, '搬走'));
        symlinkSync(join(folder, '搬走'), join(folder, 'projects/2022'));
        expect((await edit(NAME, operation, { revision })).status).toBeGreaterThanOrEqual(404);
        expect(read(`搬走/${NAME}.yaml`).toString()).toBe(before);
      });
    },
  );

  test('--read-only has neither token nor routes', async () => {
    await withEditing(
      async ({ ask, headers, look, token, read }) => {
        const before = read(FILE).toString();
        expect(token).toBe('');
        const { edits, page } = await look(NAME);
        expect(edits).toBeNull();
        const body = JSON.stringify({ revision: page.editing?.revision, operation });
        const path = `/-/write/edit/2022/${encodeURIComponent(NAME)}`;
        for (const given of ['', 'undefined', 'null'])
          expect((await ask(path, { ...headers(), 'x-jixiaoce-token': given }, body)).status).toBe(403);
        expect(read(FILE).toString()).toBe(before);
      },
      ['--read-only'],
    );
  });
});
