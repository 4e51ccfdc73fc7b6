// What the program says of the page that is shown. A connection that breaks is made again and begins with the truth.
import type { Channels } from '../clients.ts';
import { here } from './address.ts';

let events: EventSource | null = null;
/** Whether the program ended the stream to make room for another tab: it is opened again by itself. */
let isPausing = false;
let retry: ReturnType<typeof setTimeout> | undefined;
const listeners = new Map<keyof Channels, (said: never) => void>();
let setConnected: (isNow: boolean) => void = () => {};

on('pause', () => {
  isPausing = true;
});

export function onConnection(run: typeof setConnected) {
  setConnected = run;
}

export function on<Channel extends keyof Channels>(
  channel: Channel,
  listener: (said: Channels[Channel]) => void,
) {
  listeners.set(channel, listener);
}

export function connect() {
  events?.close();
  clearTimeout(retry);
  isPausing = false;
  const source = new EventSource(`/-/events?${new URLSearchParams({ ...here() })}`);
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
      if (source === events) listener(JSON.parse(event.data) as never);
    });
}

// A browser has six connections for all its tabs: one that nobody sees gives its own back, and asks again when it is seen.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') connect();
  else events?.close();
});
