// The address of what is shown, and the way to another page.

export interface PageName {
  /** The path of its folder: `2022`, `2026/219-棠溪镇`. */
  year: string;
  stem: string;
}

let arrive = () => {};

/** `run`: called whenever the address is another one. */
export function onArrival(run: () => void) {
  arrive = run;
  addEventListener('popstate', run);
}

export function here(): PageName {
  const steps = location.pathname.slice(1).split('/').map(decodeURIComponent);
  return { year: steps.slice(0, -1).join('/'), stem: steps.at(-1) ?? '' };
}

export function go(address: string, isReplacing = false) {
  if (address === location.pathname) return;
  if (isReplacing) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  arrive();
}

export function encodePath(path: string) {
  return path.split('/').map(encodeURIComponent).join('/');
}

export function addressOf(year: string, stem: string) {
  return `/${encodePath(year)}/${encodeURIComponent(stem)}`;
}

/** Goes where the links of a list lead, without loading the page again. */
export function followLinks(list: HTMLElement) {
  list.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(link.getAttribute('href') ?? '/');
  });
}

/** Results are in a folder of their own, below that of their goals. */
export const RESULTS = /\/(?:自评|监控\/[^/]+)$/;
