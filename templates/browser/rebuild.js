// @ts-check
// Writes the pages that breaks.js chose. Elements are moved, not copied, where they stay whole.
(() => {
  /** One for all, see lines.js. */
  const range = document.createRange();

  const AGAIN = '（续）';

  /**
   * @param {Jixiaoce.Draft} draft
   * @param {Jixiaoce.Piece[][]} pages
   * @param {Map<Jixiaoce.Piece, (Jixiaoce.CutPoint | null)[]>} cuts where the text of each later piece begins, by cell
   * @returns {HTMLElement[]} all its pages
   */
  function rebuildPage(draft, pages, cuts) {
    const { page, content, runningHead } = draft;
    page.classList.remove('galley');
    runningHead?.remove();
    for (const label of draft.labels.keys()) label.remove();
    const elements = cutRows(draft, pages.flat(), cuts);
    const blocks = /** @type {HTMLElement[]} */ ([...content.children]);
    const shells = new Map(blocks.map((block) => [block, shellOf(block)]));
    for (const { element, block } of draft.rows) if (block) element.remove();
    for (const block of blocks) block.remove();

    /** @type {Set<Element>} */
    const begun = new Set();
    let last = page;
    return pages.map((pieces, at) => {
      const sheet = at === 0 ? page : /** @type {HTMLElement} */ (page.cloneNode(true));
      const own = /** @type {HTMLElement} */ (sheet.querySelector(':scope > .content'));
      if (at > 0) {
        sheet.removeAttribute('id');
        if (runningHead) own.replaceChildren(runningHead.cloneNode(true));
        last.after(sheet);
        last = sheet;
      }
      labelRows(draft, pieces, elements, begun);
      /** @type {HTMLElement | null} */
      let block = null;
      let body = own;
      for (const piece of pieces) {
        const row = draft.rows[piece.row];
        if (row?.block && row.block !== block) {
          body = openBlock(own, row.block, shells);
        }
        block = row?.block ?? null;
        (block ? body : own).append(elements.get(piece) ?? '');
      }
      return sheet;
    });
  }

  /**
   * Parts the rows that were cut, from their ends backwards, so that earlier places stay valid.
   * @param {Jixiaoce.Draft} draft
   * @param {Jixiaoce.Piece[]} pieces
   * @param {Map<Jixiaoce.Piece, (Jixiaoce.CutPoint | null)[]>} cuts
   * @returns {Map<Jixiaoce.Piece, HTMLElement>}
   */
  function cutRows(draft, pieces, cuts) {
    /** @type {Map<Jixiaoce.Piece, HTMLElement>} */
    const elements = new Map();
    for (const piece of pieces.toReversed()) {
      const row = draft.rows[piece.row];
      const points = cuts.get(piece);
      if (row) elements.set(piece, points ? cutOff(row, points) : row.element);
    }
    return elements;
  }

  /**
   * Takes what is behind the points out of a row; returns it as a row of its own. Headings are repeated with （续）.
   * @param {Jixiaoce.DraftRow} row
   * @param {(Jixiaoce.CutPoint | null)[]} points
   */
  function cutOff(row, points) {
    const rest = /** @type {HTMLElement} */ (row.element.cloneNode(false));
    for (const part of [row.element, rest]) part.setAttribute('data-part', '');
    const parts = row.cells.map(({ element }, k) => ({ element, part: extract(element, points[k] ?? null) }));
    if (!(row.element instanceof HTMLTableRowElement)) {
      rest.append(parts[0]?.part ?? '');
      if (points[0]?.inside) rest.setAttribute('data-rest', '');
      return rest;
    }
    for (const cell of row.element.cells) {
      const cut = parts.find(({ element }) => element === cell);
      const copy = /** @type {HTMLElement} */ (cell.cloneNode(false));
      if (cell.tagName === 'TH') copy.append(...headingAgain(cell, cut?.part ?? null));
      else if (cut?.part) copy.append(cut.part);
      rest.append(copy);
    }
    return rest;
  }

  /**
   * @param {HTMLElement} cell
   * @param {Jixiaoce.CutPoint | null} point
   * @returns {DocumentFragment | null} null when nothing is left
   */
  function extract(cell, point) {
    if (point === null) return null;
    range.setStart(point.node, point.offset);
    range.setEnd(cell, cell.childNodes.length);
    return range.extractContents();
  }

  /**
   * @param {HTMLElement} cell
   * @param {DocumentFragment | null} part
   * @returns {Node[]}
   */
  function headingAgain(cell, part) {
    if (part) return [again('p'), part];
    if (!cell.querySelector('p')) return [...cell.cloneNode(true).childNodes, again('span')];
    const name = document.createElement('p');
    name.append(globalThis.jixiaoce.shortenName(cell.textContent), again('span'));
    return [name];
  }

  /** @param {'p' | 'span'} tag */
  function again(tag) {
    const element = document.createElement(tag);
    element.className = 'again';
    element.textContent = AGAIN;
    return element;
  }

  /**
   * Gives a page's rows their merged labels back.
   * @param {Jixiaoce.Draft} draft
   * @param {Jixiaoce.Piece[]} pieces
   * @param {Map<Jixiaoce.Piece, HTMLElement>} elements
   * @param {Set<Element>} begun labels that stood on an earlier page
   */
  function labelRows(draft, pieces, elements, begun) {
    /** @type {Map<HTMLTableCellElement, Jixiaoce.Piece[]>} */
    const groups = new Map();
    for (const piece of pieces) {
      for (const label of draft.rows[piece.row]?.labels ?? []) {
        groups.set(label, [...(groups.get(label) ?? []), piece]);
      }
    }
    // Level 1 is put in first, level 2 behind it.
    for (const [label, members] of groups) {
      const isLater = begun.has(label);
      const cell = isLater ? /** @type {HTMLTableCellElement} */ (label.cloneNode(true)) : label;
      if (isLater) cell.append(again('span'));
      cell.rowSpan = members.length;
      const [first] = members;
      const row = first && elements.get(first);
      if (row instanceof HTMLTableRowElement) {
        const others = [...row.cells].filter(({ scope }) => scope !== 'rowgroup');
        row.insertBefore(cell, others[draft.labels.get(label)?.behind ?? 0] ?? null);
      }
      begun.add(label);
    }
  }

  /**
   * What is repeated of a table or list: all but its rows.
   * @param {HTMLElement} block
   */
  function shellOf(block) {
    const shell = /** @type {HTMLElement} */ (block.cloneNode(false));
    if (block instanceof HTMLTableElement) {
      for (const part of block.children) shell.append(part.cloneNode(part.tagName !== 'TBODY'));
    }
    return shell;
  }

  /**
   * @param {HTMLElement} content
   * @param {HTMLElement} block
   * @param {Map<HTMLElement, HTMLElement>} shells
   * @returns {HTMLElement} where its rows go
   */
  function openBlock(content, block, shells) {
    const shell = /** @type {HTMLElement} */ (shells.get(block)?.cloneNode(true));
    content.append(shell);
    return shell.querySelector('tbody') ?? shell;
  }

  globalThis.jixiaoce = { ...globalThis.jixiaoce, rebuildPage };
})();
