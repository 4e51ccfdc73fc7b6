// How the page asks the program to write.
import type { Sent } from './page.ts';
import { words } from './words.ts';

/** Whoever has it may write: this page alone. Another run of the program has another one. */
let { token } = words;

export function post(route: string, body: object): Promise<Sent> {
  return send(route, { 'content-type': 'application/json' }, JSON.stringify(body));
}

/** Sends a file as it is. */
export function postFile(route: string, file: File, signal: AbortSignal): Promise<Sent> {
  // A half of a pair, which a name may have on Windows, cannot be encoded.
  const name = encodeURIComponent(file.name.replace(/\p{Cs}/gu, ''));
  return send(route, { 'content-type': 'application/octet-stream', 'x-jixiaoce-file': name }, file, signal);
}

async function send(
  route: string,
  headers: Record<string, string>,
  body: string | File,
  signal?: AbortSignal,
): Promise<Sent> {
  const ask = () =>
    fetch(`/-/write/${route}`, {
      ...{ method: 'POST', body, signal: signal ?? null },
      headers: { ...headers, 'x-jixiaoce-token': token ?? '' },
    });
  try {
    let response = await ask();
    if (response.status === 403) {
      // The program was started again since this page was loaded.
      token = /"token":"([\w-]+)"/.exec(await (await fetch('/')).text())?.[1] ?? null;
      response = await ask();
    }
    const said = response.status === 403 ? {} : await response.json();
    return { text: words.notWritten, hint: '', ...said, status: response.status };
  } catch {
    return { status: 0, text: words.disconnected, hint: '' };
  }
}
