import { type IncomingHttpHeaders, request } from 'node:http';
import type { EditRequest, Operation } from '../preview/operations.ts';
import { type RunningProgram, startProgram } from './program.ts';
import { type Workplace, withWorkplace } from './workplace.ts';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** `watch` at work on the eight tables, asked as its page asks, without a browser. */
export interface Editing extends Workplace {
  program: RunningProgram;
  port: string;
  token: string;
  /** A request with the headers that are given and no other. */
  ask(
    path: string,
    headers: Record<string, string>,
    body?: string | Buffer,
    method?: string,
  ): Promise<Answer>;
  /** What the page gets: its content, and the list of edits. */
  look(stem: string, year?: string): Promise<Look>;
  /** An edit as the page makes it, against what is there now or another revision. */
  edit(stem: string, operation: Operation, request?: Partial<EditRequest>): Promise<Answer & { said: Said }>;
  post(route: string, body: unknown): Promise<Answer & { said: Said }>;
  headers(): Record<string, string>;
}

interface Said {
  text?: string;
  hint?: string;
  stem?: string;
}

interface Look {
  page: {
    editing: { revision: string; groups: [string, string[]][]; absent: string[] } | null;
    findings: { code: string; line: number; column: number; fix?: object; isSuppressible: boolean }[];
    places: { rows: { level2: string; target: string; fields: Record<string, { text: string }> }[] };
  };
  edits: { id: number; text: string; canUndo: boolean; stem: string }[] | null;
}

export async function withEditing(
  use: (editing: Editing) => Promise<void>,
  args: string[] = [],
  prepare: (place: Workplace) => void = () => {},
  env: (place: Workplace) => NodeJS.ProcessEnv = () => ({}),
): Promise<void> {
  await withWorkplace(async (workplace) => {
    prepare(workplace);
    const program = startProgram(workplace.folder, ['watch', '--port', '0', ...args], env(workplace));
    try {
      const { port } = new URL(await program.address);
      const ask: Editing['ask'] = (path, headers, body = '', method = 'POST') =>
        new Promise((resolve) => {
          const asked = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
            let text = '';
            answer.setEncoding('utf8').on('data', (piece: string) => (text += piece));
            answer.on('end', () =>
              resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
            );
          });
          // Cut off without an answer, because nobody reads the body.
          asked.on('error', () => resolve({ status: 0, headers: {}, body: '' })).end(body);
        });
      const shell = await ask('/', {}, '', 'GET');
      const token = /"token":"([\w-]+)"/.exec(shell.body)?.[1] ?? '';
      const headers = () => ({
        host: `127.0.0.1:${port}`,
        origin: `http://127.0.0.1:${port}`,
        'content-type': 'application/json',
        'x-jixiaoce-token': token,
      });
      const post: Editing['post'] = async (route, body) => {
        const answer = await ask(`/-/write/${route}`, headers(), JSON.stringify(body));
        return { ...answer, said: answer.body.startsWith('{') ? JSON.parse(answer.body) : {} };
      };
      const look: Editing['look'] = (stem, year = '2022') =>
        lookOnce(port, `/-/events?${new URLSearchParams({ year, stem })}`);
      await use({
        ...workplace,
        ...{ program, port, token, ask, headers, post, look },
        edit: async (stem, operation, given = {}) => {
          const revision = given.revision ?? (await look(stem)).page.editing?.revision ?? '';
          return post(`edit/2022/${encodeURIComponent(stem)}`, { revision, operation, ...given });
        },
      });
    } finally {
      program.child.kill('SIGTERM');
      await program.finished;
    }
  });
}

/** The first events of a stream, until the page and the edits were reported. */
function lookOnce(port: string, path: string): Promise<Look> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
        const [page, edits] = ['page', 'edits'].map(
          (name) => new RegExp(`event: ${name}\ndata: (.*)\n\n`).exec(text)?.[1],
        );
        if (page === undefined || edits === undefined) return;
        asked.destroy();
        resolve({ page: JSON.parse(page), edits: JSON.parse(edits) });
      });
    });
    asked.on('error', reject).end();
  });
}
