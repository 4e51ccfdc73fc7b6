// @ts-check
// What a page that is too long consists of, and how high its parts are. Reading and writing are kept apart: a layout costs
// as much as everything else together.
(() => {
  /** A repeated name longer than this is shortened, or it could fill the page on which its row goes on. */
  const LONGEST_REPEATED_NAME = 80;

  /**
   * Reads the structure. Elements with `data-rows` and tables are divided between their rows; all else stays whole.
   * @param {HTMLElement} page
   * @returns {Jixiaoce.Draft}
   */
  function draftPage(page) {
    const content = /** @type {HTMLElement} */ (page.querySelector(':scope > .content'));
    const labelLines = new Map();
    /** @type {Jixiaoce.DraftRow[]} */
    const rows = [];
    for (const block of /** @type {Iterable<HTMLElement>} */ (content.children)) {
      /** @type {HTMLTableCellElement[]} */
      let labels = [];
      const elements = rowsOf(block);
      for (const element of elements ?? [block]) {
        for (const cell of element.querySelectorAll('th')) {
          if (cell.scope !== 'rowgroup') continue;
          labels = cell.matches('.level1') ? [cell] : [...labels.slice(0, 1), cell];
          labelLines.set(cell, countLines(cell));
        }
        rows.push({ element, block: elements && block, labels, cells: [] });
      }
    }
    return { page, content, rows, labelLines, runningHead: null };
  }

  /**
   * @param {HTMLElement} block
   * @returns {HTMLElement[] | null}
   */
  function rowsOf(block) {
    if (block instanceof HTMLTableElement) return [...(block.tBodies[0]?.rows ?? [])];
    return block.hasAttribute('data-rows') ? /** @type {HTMLElement[]} */ ([...block.children]) : null;
  }

  /** @param {Node} node */
  function countLines(node) {
    const range = document.createRange();
    range.selectNodeContents(node);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  }

  /**
   * Writes: takes the merged labels out of the rows' heights and puts the running head in, to be measured.
   * @param {Jixiaoce.Draft} draft
   */
  function openGalley(draft) {
    draft.page.classList.add('galley');
    const template = draft.page.parentElement?.querySelector('template');
    const head = template?.content.firstElementChild?.cloneNode(true);
    if (!(head instanceof HTMLElement)) throw new Error(`${draft.page.id}: no template of a running head`);
    draft.runningHead = head;
    draft.content.append(head);
  }

  /**
   * Reads the heights of an open galley.
   * @param {Jixiaoce.Draft} draft
   * @param {number} room
   * @returns {Jixiaoce.Flow}
   */
  function measureFlow(draft, room) {
    const runningHead = draft.runningHead ? heightOf(draft.runningHead) : 0;
    const blocks = [...new Set(draft.rows.map(({ block, element }) => block ?? element))];
    const labels = [...draft.labelLines.keys()];
    const heights = draft.rows.map(({ element }) => heightOf(element));
    const heads = blocks.map((block) => {
      const own = draft.rows.reduce(
        (sum, row, k) => (row.block === block ? sum + (heights[k] ?? 0) : sum),
        0,
      );
      return { head: draft.rows.some((row) => row.block === block) ? heightOf(block) - own : 0 };
    });
    const rows = draft.rows.map((row, k) => {
      const block = blocks.indexOf(row.block ?? row.element);
      const height = heights[k] ?? 0;
      const isTall = height + runningHead + (heads[block]?.head ?? 0) > room;
      return {
        ...measureRow(row, isTall || row.element.hasAttribute('data-cut')),
        height,
        block,
        groups: row.labels.map((label) => labels.indexOf(label)),
        keepWithNext: (draft.rows[k + 1]?.element ?? row.element).hasAttribute('data-with-previous'),
      };
    });
    const groups = labels.map((label) => {
      const { leading } = typeOf(label.closest('table') ?? label);
      const pad = padOf(label.nextElementSibling ?? label);
      const lines = draft.labelLines.get(label) ?? 1;
      return { label: pad + lines * leading, again: pad + (lines + 1) * leading };
    });
    return { room, runningHead, blocks: heads, groups, rows };
  }

  /**
   * @param {Jixiaoce.DraftRow} row
   * @param {boolean} mayCut
   * @returns {Pick<Jixiaoce.FlowRow, 'cells' | 'pad' | 'first' | 'later'>}
   */
  function measureRow(row, mayCut) {
    const measured = { cells: /** @type {Jixiaoce.FlowCell[]} */ ([]), pad: 0, first: 0, later: 0 };
    if (!mayCut) return measured;
    const { leading } = typeOf(row.element);
    const elements = row.element instanceof HTMLTableRowElement ? [...row.element.cells] : [row.element];
    for (const element of elements) {
      if (row.labels.includes(/** @type {HTMLTableCellElement} */ (element))) continue;
      const pad = padOf(element);
      const lines = readLines(element, leading);
      if (lines.length === 0) {
        const count = countLines(element);
        measured.first = Math.max(measured.first, pad + count * leading);
        if (element.matches('th')) measured.later = Math.max(measured.later, pad + (count + 1) * leading);
        continue;
      }
      const isName = element.matches('th');
      row.cells.push({ element, lines });
      measured.pad = Math.max(measured.pad, pad);
      measured.cells.push({
        tops: lines.map(({ top }) => top),
        bottoms: lines.map(({ top }) => top + leading),
        mark: isName ? leading : 0,
        repeat: isName ? pad + repeatedLines(lines) * leading : 0,
      });
    }
    return measured;
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
      const own = paragraph === cell ? padOf(cell) : 0;
      return Array.from({ length: Math.round((height - own) / leading) }, (_, line) => ({
        paragraph,
        line,
        top: top + line * leading,
      }));
    });
  }

  /**
   * How many lines a name and （续） take: at most one more than the name, or than its part that is repeated.
   * @param {{ paragraph: HTMLElement }[]} lines
   */
  function repeatedLines(lines) {
    const paragraphs = [...new Set(lines.map(({ paragraph }) => paragraph))];
    const characters = paragraphs.reduce((sum, { textContent }) => sum + [...textContent].length, 0);
    const share = Math.min(1, LONGEST_REPEATED_NAME / Math.max(1, characters));
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
    const { leading } = typeOf(paragraph);
    const { top } = paragraph.getBoundingClientRect();
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
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
  const heightOf = (element) => element.getBoundingClientRect().height;

  /** @param {Element} element */
  const typeOf = (element) => ({ leading: Number.parseFloat(getComputedStyle(element).lineHeight) });

  /** @param {Element} element */
  function padOf(element) {
    const style = getComputedStyle(element);
    return [style.paddingTop, style.paddingBottom, style.borderTopWidth, style.borderBottomWidth]
      .map(Number.parseFloat)
      .reduce((sum, length) => sum + length, 0);
  }

  globalThis.jixiaoce = { ...globalThis.jixiaoce, draftPage, openGalley, measureFlow, findLine };
})();
