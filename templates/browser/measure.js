// @ts-check
// What a page that is too long consists of, and how high its parts are. Reading and writing are kept apart: a layout costs
// as much as everything else together.
(() => {
  /**
   * Reads the structure. Elements with `data-rows` and tables are divided between their rows; all else stays whole.
   * @param {HTMLElement} page
   * @returns {Jixiaoce.Draft}
   */
  function draftPage(page) {
    const { countLines, leadingOf, padOf } = globalThis.jixiaoce;
    const content = /** @type {HTMLElement} */ (page.querySelector(':scope > .content'));
    /** @type {Jixiaoce.Draft['labels']} */
    const labels = new Map();
    /** @type {Jixiaoce.DraftRow[]} */
    const rows = [];
    for (const block of /** @type {Iterable<HTMLElement>} */ (content.children)) {
      /** @type {{ cell: HTMLTableCellElement, rows: number }[]} */
      let open = [];
      const elements = rowsOf(block);
      for (const element of elements ?? [block]) {
        open = open.filter(({ rows }) => rows > 0);
        let behind = 0;
        for (const cell of element.querySelectorAll('th, td')) {
          if (!(cell instanceof HTMLTableCellElement)) continue;
          if (cell.scope !== 'rowgroup') {
            behind += 1;
            continue;
          }
          open.push({ cell, rows: cell.rowSpan });
          const leading = leadingOf(cell);
          const height = padOf(cell) + countLines(cell) * leading;
          labels.set(cell, { label: height, again: height + leading, behind });
        }
        rows.push({ element, block: elements && block, labels: open.map(({ cell }) => cell), cells: [] });
        for (const label of open) label.rows -= 1;
      }
    }
    return { page, content, rows, labels, runningHead: null };
  }

  /**
   * @param {HTMLElement} block
   * @returns {HTMLElement[] | null}
   */
  function rowsOf(block) {
    if (block instanceof HTMLTableElement) return [...(block.tBodies[0]?.rows ?? [])];
    return block.hasAttribute('data-rows') ? /** @type {HTMLElement[]} */ ([...block.children]) : null;
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
    const labels = [...draft.labels.keys()];
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
    const groups = [...draft.labels.values()];
    return { room, runningHead, blocks: heads, groups, rows };
  }

  /**
   * @param {Jixiaoce.DraftRow} row
   * @param {boolean} mayCut
   * @returns {Pick<Jixiaoce.FlowRow, 'cells' | 'pad' | 'first' | 'later'>}
   */
  function measureRow(row, mayCut) {
    const { countLines, leadingOf, padOf, readLines, repeatedLines } = globalThis.jixiaoce;
    const measured = { cells: /** @type {Jixiaoce.FlowCell[]} */ ([]), pad: 0, first: 0, later: 0 };
    if (!mayCut) return measured;
    const leading = leadingOf(row.element);
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
        bottoms: lines.map(({ bottom }) => bottom),
        mark: isName ? leading : 0,
        repeat: isName ? pad + repeatedLines(lines) * leading : 0,
      });
    }
    return measured;
  }

  /** @param {Element} element */
  const heightOf = (element) => element.getBoundingClientRect().height;

  globalThis.jixiaoce = { ...globalThis.jixiaoce, draftPage, openGalley, measureFlow };
})();
