// The elements of a page by their ids, and new ones.

export function element<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found as Kind;
}

export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className = '',
  text = '',
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}

export function makeButton(text: string, run: () => void, className = ''): HTMLButtonElement {
  const button = make('button', className, text);
  button.type = 'button';
  button.addEventListener('click', run);
  return button;
}

/** Puts other items into a list. Whoever was at a button or a link of it goes on at the one in its place. */
export function replaceItems(list: HTMLElement, items: readonly HTMLElement[]) {
  const controls = () => [...list.querySelectorAll<HTMLElement>('a[href], button:enabled')];
  const at = controls().indexOf(document.activeElement as HTMLElement);
  list.replaceChildren(...items);
  const now = controls();
  if (at >= 0) now[Math.min(at, now.length - 1)]?.focus();
}
