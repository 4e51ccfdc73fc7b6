// @ts-check
// The words of the chosen language, and the elements of preview.html by their ids.

/** @type {Record<string, string>} */
export const words = JSON.parse(element('words').textContent ?? '{}');

/** @param {string} id */
export function element(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`preview.html has no #${id}`);
  return found;
}

/**
 * `3 个错误`
 * @param {'error' | 'warning' | 'suggestion'} level
 * @param {number} count
 */
export function countOf(level, count) {
  return say(count === 1 ? `one-${level}` : `some-${level}`, { count });
}

/**
 * `{name}` → the argument of that name.
 * @param {string} key
 * @param {Record<string, string | number>} args
 */
export function say(key, args) {
  return (words[key] ?? '').replace(/\{(\w+)\}/g, (_, name) => String(args[name] ?? ''));
}

/**
 * @param {string} tag
 * @param {string} className
 * @param {string} text
 */
export function make(tag, className, text) {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
