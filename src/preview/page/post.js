// @ts-check
// How the page asks the program to write.
import { words } from './words.js';

/** @typedef {import('./page.d.ts').Sent} Sent */

/** Whoever has it may write: this page alone. Another run of the program has another one. */
let token = /** @type {string | null} */ (/** @type {unknown} */ (words.token ?? null));

/**
 * @param {string} route
 * @param {object} body
 * @returns {Promise<Sent>}
 */
export function post(route, body) {
  return send(route, { 'content-type': 'application/json' }, JSON.stringify(body));
}

/**
 * Sends a file as it is.
 * @param {string} route
 * @param {File} file
 * @param {AbortSignal} signal
 * @returns {Promise<Sent>}
 */
export function postFile(route, file, signal) {
  // A half of a pair, which a name may have on Windows, cannot be encoded.
  const name = encodeURIComponent(file.name.replace(/\p{Cs}/gu, ''));
  return send(route, { 'content-type': 'application/octet-stream', 'x-jixiaoce-file': name }, file, signal);
}

/**
 * @param {string} route
 * @param {Record<string, string>} headers
 * @param {string | File} body
 * @param {AbortSignal} [signal]
 * @returns {Promise<Sent>}
 */
async function send(route, headers, body, signal) {
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
    return { text: words.notWritten ?? '', hint: '', ...said, status: response.status };
  } catch {
    return { status: 0, text: words.disconnected ?? '', hint: '' };
  }
}
