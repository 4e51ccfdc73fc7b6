import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { PROGRAM_ROOT } from '../util/program.ts';
import { type Answer, type Editing, withEditing } from './editing.ts';
import type { Workplace } from './workplace.ts';

const EIGHT = readFileSync(join(PROGRAM_ROOT, 'src/test/import/eight-tables.txt'));
const NAMELESS = Buffer.from('一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t培训次数\t≥4次\n');
const PATH = '/-/write/import/2022';

const TEMPORARY = 'temporary';
const listTemporary = (folder: string) =>
  readdirSync(join(folder, TEMPORARY)).filter((name) => name.startsWith('jixiaoce-drop-'));
/** While this file is there, the process that reads a file waits. */
const WAIT = 'wait';
/** The program's temporary files in a folder of their own, to see what becomes of them. */
const inOwnFolder = ({ folder }: Workplace) => {
  mkdirSync(join(folder, TEMPORARY));
  const wait = `import { existsSync } from 'node:fs';
    while (process.env.JIXIAOCE_IMPORT && existsSync(${JSON.stringify(join(folder, WAIT))}))
      await new Promise((resolve) => setTimeout(resolve, 10));`;
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(wait)}`;
  const own = join(folder, TEMPORARY);
  return { TMPDIR: own, TEMP: own, TMP: own, NODE_OPTIONS };
};

const withImports = (use: (editing: Editing) => Promise<void>, args: string[] = []) =>
  withEditing(use, args, () => {}, inOwnFolder);

const fileHeaders = ({ headers }: Editing, name = '表.txt') => ({
  ...headers(),
  // What is refused may have been read in part: nothing else comes on its connection.
  connection: 'close',
  'content-type': 'application/octet-stream',
  'x-jixiaoce-file': encodeURIComponent(name),
});

const send = (editing: Editing, bytes: Buffer, name?: string, to = PATH) =>
  editing.ask(to, fileHeaders(editing, name), bytes);

const read = ({ body }: Answer) => JSON.parse(body);

describe('attacks on imports', () => {
  test('only the page of this run sends files, and only to a year that there is', async () => {
    await withImports(async (editing) => {
      const { ask, port, outputs } = editing;
      const before = outputs('projects');
      const own = fileHeaders(editing);
      const refused: [string, Record<string, string>, string?, string?][] = [
        ['no token', { 'x-jixiaoce-token': '' }],
        ['another token', { 'x-jixiaoce-token': 'x'.repeat(32) }],
        ['another origin', { origin: 'http://evil.example' }],
        ['a sandboxed page', { origin: 'null' }],
        ['another program here', { origin: `http://127.0.0.1:${Number(port) + 1}` }],
        ['another name for this machine', { host: `evil.example:${port}` }],
        ['another site', { 'sec-fetch-site': 'cross-site' }],
        ['a form', { 'content-type': 'multipart/form-data; boundary=x' }],
        ['plain text', { 'content-type': 'text/plain' }],
        ['JSON', { 'content-type': 'application/json' }],
        ['reading', {}, PATH, 'GET'],
        ['putting', {}, PATH, 'PUT'],
        ['bytes for a route of JSON', {}, '/-/write/keep'],
        ['a path that climbs', {}, '/-/write/import/..%2f..%2f2022'],
      ];
      for (const [what, given, to = PATH, method = 'POST'] of refused) {
        const { status } = await ask(to, { ...own, ...given }, EIGHT, method);
        expect([what, status]).toEqual([what, method === 'GET' ? 404 : 403]);
      }
      for (const year of ['2021', '2022/constructor', '__proto__', ''])
        expect((await send(editing, EIGHT, '表.txt', `/-/write/import/${year}`)).status).toBe(404);
      expect(outputs('projects')).toEqual(before);
    });
  });

  test('what is too large, or no table, is refused with the sentence of the command', async () => {
    await withImports(async (editing) => {
      const { ask, folder } = editing;
      const large = await ask(PATH, { ...fileHeaders(editing), 'content-length': '67108865' }, 'x');
      expect([large.status, read(large).text]).toEqual([413, '超过了 64 MB，没有读']);
      const chunked = { ...fileHeaders(editing), 'transfer-encoding': 'chunked' };
      expect((await ask(PATH, chunked, EIGHT)).status).toBe(413);
      const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(80 * 1024 ** 2) }, { level: 9 });
      const cases: [Buffer, string, string][] = [
        [Buffer.alloc(0), '空.txt', '是空的'],
        [Buffer.from('%PDF-1.7'), '表.docx', '是 PDF，里面没有格子，不能导入'],
        [Buffer.from('PK\u0003\u0004'), '表.xlsx', '坏了，或者没有下载完整'],
        [Buffer.from('没有表'), '表.txt', '里面没有找到绩效目标表'],
        [Buffer.from(bomb), '表.xlsx', '解开以后超过了 64 MB，没有读'],
      ];
      for (const [bytes, name, message] of cases) {
        const answer = await send(editing, bytes, name);
        expect([answer.status, read(answer).error.message, read(answer).tables]).toEqual([200, message, []]);
      }
      expect(listTemporary(folder)).toEqual([]);
    });
  });

  test('a name leads nowhere', async () => {
    await withImports(async (editing) => {
      const { post, folder, outputs } = editing;
      const names: [string, string][] = [
        ['../../../别处.txt', '别处'],
        ['CON.txt', 'CON_'],
      ];
      for (const [name, stem] of names) {
        const { tables, id } = read(await send(editing, NAMELESS, name));
        expect([name, tables[0].file]).toEqual([name, `projects/2022/${stem}.yaml`]);
        const { said } = await post('keep', { id, tables: [{ index: 0, over: null }] });
        expect(said).toMatchObject({ tables: [{ at: { year: '2022', stem } }] });
        expect(existsSync(join(folder, 'projects/2022', `${stem}.yaml`))).toBe(true);
        expect((await post('undo', { id: (await editing.look('booklet')).edits?.[0]?.id })).status).toBe(200);
      }
      // No system here holds it.
      const { id } = read(await send(editing, NAMELESS, `${'长'.repeat(100)}.txt`));
      const { said } = await post('keep', { id, tables: [{ index: 0, over: null }] });
      expect(said).toMatchObject({ tables: [{ at: null, text: expect.stringContaining('太长') }] });
      expect(Object.keys(outputs('.')).filter((path) => !/^(?:projects|temporary|out)\//.test(path))).toEqual(
        [],
      );
    });
  });

  test('one file is read at a time, and one whose sender is gone makes room', async () => {
    await withImports(async (editing) => {
      const { port, folder, put } = editing;
      const lines = Object.entries(fileHeaders(editing)).map(([name, value]) => `${name}: ${value}`);
      const head = `POST ${PATH} HTTP/1.1\r\n${lines.join('\r\n')}\r\ncontent-length: ${EIGHT.length}\r\n`;
      const socket = connect(Number(port), '127.0.0.1');
      const nextData = () =>
        new Promise<string>((resolve) => socket.once('data', (piece) => resolve(`${piece}`)));
      // The program says so when the request has its turn.
      socket.write(`${head}expect: 100-continue\r\n\r\n`);
      expect(await nextData()).toMatch(/^HTTP\/1.1 100/);
      expect((await send(editing, EIGHT)).status).toBe(409);
      expect(read(await send(editing, EIGHT)).text).toBe('正在读另一个文件');
      socket.write(EIGHT);
      expect(await nextData()).toMatch(/^HTTP\/1.1 200/);
      socket.destroy();

      put(WAIT, '');
      const gone = connect(Number(port), '127.0.0.1');
      gone.write(Buffer.concat([Buffer.from(`${head}\r\n`), EIGHT]));
      await expect.poll(() => listTemporary(folder).length).toBe(1);
      gone.destroy();
      await expect.poll(() => listTemporary(folder)).toEqual([]);
      put(WAIT, null);
      expect((await send(editing, EIGHT)).status).toBe(200);
    });
  });

  test('a draft is written only where its review is the last one, and never over what the reader did not see', async () => {
    await withImports(async (editing) => {
      const { post, put, outputs, read: readFile } = editing;
      const before = outputs('projects');
      const first = read(await send(editing, EIGHT));
      const { id, present, tables } = read(await send(editing, EIGHT));
      const path = tables[0].file;
      const keep = (json: unknown) => post('keep', json);
      expect((await keep({ id: first.id, tables: [{ index: 0, over: null }] })).status).toBe(409);
      expect((await keep({ id, tables: [{ index: 99, over: null }] })).body).toBe('{"tables":[]}');
      for (const wrong of [{}, { id }, { id, tables: [null] }, { id, tables: [{ index: -1, over: null }] }])
        expect((await keep(wrong)).status).toBe(400);
      const kept = async (over: string | null) =>
        (await keep({ id, tables: [{ index: 0, over }] })).said as { tables?: { at: object | null }[] };
      expect(await kept(null)).toMatchObject({ tables: [{ at: null, text: '这个文件已经有了，没有动它' }] });
      expect(await kept('x')).toMatchObject({ tables: [{ at: null }] });
      expect(outputs('projects')).toEqual(before);
      const now = `${readFile(path)}# 刚改的\n`;
      put(path, now);
      expect(await kept(present[0].revision)).toMatchObject({ tables: [{ at: null }] });
      expect(readFile(path).toString()).toBe(now);
    });
  });

  test('--read-only has no routes for files', async () => {
    await withImports(
      async (editing) => {
        for (const token of ['', 'undefined', 'null']) {
          const headers = { ...fileHeaders(editing), 'x-jixiaoce-token': token };
          expect((await editing.ask(PATH, headers, EIGHT)).status).toBe(403);
        }
      },
      ['--read-only'],
    );
  });
});
