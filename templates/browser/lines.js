// @ts-check
// The lines of text on a page: how many, how high, and where in the text they begin.
(() => {
  /** The only one: the browser keeps every range true while the document changes, and a thousand would make that slow. */
  const range = document.createRange();

  /** A repeated name of more characters is shortened, or it could fill the page on which its row goes on. */
  const LONGEST_REPEATED_NAME = 80;

  /** @param {string} name */
  function shortenName(name) {
    const characters = [...name];
    if (characters.length <= LONGEST_REPEATED_NAME) return name;
    return `${characters.slice(0, LONGEST_REPEATED_NAME).join('')}……`;
  }

  /** @param {Node} node */
  function countLines(node) {
    range.selectNodeContents(node);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  }

  /**
   * The lines of a cell's paragraphs; all lines of a paragraph are equally high, whatever its characters.
   * @param {Element} cell
   * @param {number} leading
   */
  function readLines(cell, leading) {
    const paragraphs = /** @type {HTMLElement[]} */ (
      cell.matches('p') ? [cell] : [...cell.querySelectorAll('p')]
    );
    return paragraphs.flatMap((paragraph) => {
      const { top, height } = paragraph.getBoundingClientRect();
      const text = height - (paragraph === cell ? padOf(cell) : 0);
      const count = Math.round(text / leading);
      // Line boxes are rounded: by the nominal leading, the hundredth line would be half a pixel off.
      const step = text / Math.max(1, count);
      return Array.from({ length: count }, (_, line) => ({
        paragraph,
        line,
        top: top + line * step,
        bottom: top + (line + 1) * step,
      }));
    });
  }

  /**
   * How many lines a name and （续） take: at most one more than the name, or than its part that is repeated.
   * @param {readonly Jixiaoce.Line[]} lines
   */
  function repeatedLines(lines) {
    const paragraphs = [...new Set(lines.map(({ paragraph }) => paragraph))];
    const name = paragraphs.map(({ textContent }) => textContent).join('');
    const share = Math.min(1, shortenName(name).length / Math.max(1, name.length));
    return Math.ceil(lines.length * share) + (share < 1 ? 2 : 1);
  }

  /**
   * Where in a paragraph its line of that number (from 0) begins.
   * @param {HTMLElement} paragraph
   * @param {number} line
   * @returns {Jixiaoce.CutPoint}
   */
  function findLine(paragraph, line) {
    const parent = paragraph.parentNode ?? paragraph;
    if (line === 0) return { node: parent, offset: [...parent.childNodes].indexOf(paragraph), inside: false };
    const { top, height } = paragraph.getBoundingClientRect();
    const text = height - padOf(paragraph);
    const leading = text / Math.max(1, Math.round(text / leadingOf(paragraph)));
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    /** @type {(node: Node, offset: number) => number | null} */
    const lineAt = (node, offset) => {
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const rect = range.getClientRects()[0];
      return rect === undefined ? null : Math.floor((rect.top + rect.height / 2 - top) / leading);
    };
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.nodeValue?.length ?? 0;
      let low = 0;
      let high = length;
      while (low < high) {
        const middle = (low + high) >> 1;
        // A space that vanished at a line's end has no place: look at what follows it.
        let at = middle;
        let found = lineAt(node, at);
        while (found === null && at + 1 < high) found = lineAt(node, ++at);
        if (found !== null && found < line) low = at + 1;
        else high = middle;
      }
      if (low < length) return { node, offset: low, inside: true };
    }
    throw new Error(`line ${line + 1} of “${paragraph.textContent.slice(0, 20)}…” was not found`);
  }

  /** @param {Element} element */
  const leadingOf = (element) => Number.parseFloat(getComputedStyle(element).lineHeight);

  /** @param {Element} element */
  function padOf(element) {
    const style = getComputedStyle(element);
    return [style.paddingTop, style.paddingBottom, style.borderTopWidth, style.borderBottomWidth]
      .map(Number.parseFloat)
      .reduce((sum, length) => sum + length, 0);
  }

  globalThis.jixiaoce = {
    ...globalThis.jixiaoce,
    countLines,
    readLines,
    repeatedLines,
    findLine,
    shortenName,
    leadingOf,
    padOf,
  };
})();
