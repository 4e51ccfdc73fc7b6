// @ts-check
// What the program says of the page that is shown. A connection that breaks is made again and begins with the truth.

/** @type {EventSource | null} */
let events = null;
/** Whether the program ended the stream to make room for another tab: it is opened again by itself. */
let isPausing = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let retry;
/** @type {Map<string, (said: any) => void>} */
const listeners = new Map();
/** @type {() => { year: string, stem: string }} */
let here = () => ({ year: '', stem: '' });
/** @type {(isNow: boolean) => void} */
let setConnected = () => {};

/**
 * @param {typeof here} place what is shown
 * @param {typeof setConnected} onConnected
 */
export function listenToStream(place, onConnected) {
  here = place;
  setConnected = onConnected;
  on('pause', () => {
    isPausing = true;
  });
}

/**
 * @param {string} channel
 * @param {(said: any) => void} listener
 */
export function on(channel, listener) {
  listeners.set(channel, listener);
}

export function connect() {
  events?.close();
  clearTimeout(retry);
  isPausing = false;
  const source = new EventSource(`/-/events?${new URLSearchParams(here())}`);
  events = source;
  source.addEventListener('open', () => setConnected(true));
  source.addEventListener('error', () => {
    if (isPausing) {
      isPausing = false;
      return;
    }
    setConnected(false);
    // An answer that is no stream ends it for good.
    if (events?.readyState === EventSource.CLOSED) retry = setTimeout(connect, 1000);
  });
  for (const [channel, listener] of listeners)
    source.addEventListener(channel, (event) => {
      if (source === events) listener(JSON.parse(event.data));
    });
}

// A browser has six connections for all its tabs: one that nobody sees gives its own back, and asks again when it is seen.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') connect();
  else events?.close();
});
