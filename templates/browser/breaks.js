// @ts-check
// Where pages end: from heights alone, so that it can be tested without a browser.
(() => {
  /** Lines that stay together at either side of a cut, where possible. */
  const KEEP = 2;

  /**
   * Fills page after page. Throws when something that may not be cut is higher than a page.
   * @param {Jixiaoce.Flow} flow
   * @returns {Jixiaoce.Piece[][]} the pieces of each page
   */
  function chooseBreaks(flow) {
    /** @type {Jixiaoce.Piece[][]} */
    const pages = [];
    /** @type {Jixiaoce.Piece[]} */
    let page = [];
    flow.rows.forEach((row, index) => {
      let from = row.cells.map(() => 0);
      for (;;) {
        const whole = toPiece(row, index, from, row.cells.map(countLines));
        if (pageHeight(flow, pages, [...page, whole, ...companions(flow, index)]) <= flow.room) {
          page.push(whole);
          return;
        }
        const cut = cutToFit(flow, pages, page, index, from);
        if (cut !== null) {
          page.push(cut);
          from = cut.to;
        } else if (page.length === 0) {
          // No page holds what should follow it, too.
          if (pageHeight(flow, pages, [whole]) <= flow.room) {
            page.push(whole);
            return;
          }
          throw new Error(`row ${index + 1} is higher than a page and cannot be cut`);
        }
        pages.push(page);
        page = [];
      }
    });
    return [...pages, page];
  }

  /** @param {Jixiaoce.FlowCell} cell */
  const countLines = (cell) => cell.tops.length;

  /**
   * The rows that have to stand on the same page below this one.
   * @param {Jixiaoce.Flow} flow
   * @param {number} index
   */
  function companions(flow, index) {
    const pieces = [];
    for (let at = index; flow.rows[at]?.keepWithNext; at += 1) {
      const next = flow.rows[at + 1];
      if (!next) break;
      const start = next.cells.map(() => 0);
      // Of one that may be cut, its beginning.
      const end = next.cells.map((cell) => Math.min(KEEP, countLines(cell)));
      const piece = toPiece(next, at + 1, start, end);
      pieces.push(piece);
      if (next.cells.some((cell) => countLines(cell) > KEEP)) break;
    }
    return pieces;
  }

  /**
   * @param {Jixiaoce.FlowRow} row
   * @param {number} index
   * @param {number[]} from
   * @param {number[]} to
   * @returns {Jixiaoce.Piece}
   */
  function toPiece(row, index, from, to) {
    const isFirst = from.every((line) => line === 0);
    const isLast = row.cells.every((cell, k) => to[k] === countLines(cell));
    if (isFirst && isLast) return { row: index, from, to, height: row.height };
    const heights = row.cells.map((cell, k) => {
      const start = from[k] ?? 0;
      const end = to[k] ?? 0;
      if (!isFirst && start === countLines(cell)) return cell.repeat;
      const span = end > start ? (cell.bottoms[end - 1] ?? 0) - (cell.tops[start] ?? 0) : 0;
      return row.pad + span + (start > 0 ? cell.mark : 0);
    });
    return { row: index, from, to, height: Math.max(isFirst ? row.first : row.later, ...heights) };
  }

  /**
   * The part of a row, from the given lines on, that the rest of this page holds; null when it should begin on the next
   * page or may not be cut.
   * @param {Jixiaoce.Flow} flow
   * @param {Jixiaoce.Piece[][]} pages
   * @param {Jixiaoce.Piece[]} page
   * @param {number} index
   * @param {number[]} from
   * @returns {Jixiaoce.Piece | null}
   */
  function cutToFit(flow, pages, page, index, from) {
    const row = flow.rows[index];
    if (row === undefined || row.cells.length === 0) return null;
    /** @param {number} height */
    const excess = (height) =>
      pageHeight(flow, pages, [...page, { row: index, from, to: from, height }]) - flow.room;
    // Labels make the page's height a function of the piece's with slope 0 or 1: one step down finds the room or none.
    const height = flow.room - Math.max(0, excess(flow.room));
    if (height <= 0 || excess(height) > 0.01) return null;

    const isFresh = page.length === 0;
    let moves = false;
    const to = row.cells.map((cell, k) => {
      const start = from[k] ?? 0;
      const end = lastLine(cell, start, height - row.pad - (start > 0 ? cell.mark : 0));
      moves ||= end > start;
      return end;
    });
    const isTorn = row.cells.some((cell, k) => {
      const start = from[k] ?? 0;
      return (to[k] ?? 0) - start < Math.min(KEEP, countLines(cell) - start);
    });
    const piece = toPiece(row, index, from, to);
    const isWhole = row.cells.every((cell, k) => to[k] === countLines(cell));
    if (!moves || isWhole || piece.height > height + 0.01 || (isTorn && !isFresh)) return null;
    return piece;
  }

  /**
   * @param {Jixiaoce.FlowCell} cell
   * @param {number} start
   * @param {number} height what its lines may take
   * @returns {number} the line before which to cut
   */
  function lastLine(cell, start, height) {
    let end = start;
    while (end < countLines(cell) && (cell.bottoms[end] ?? 0) - (cell.tops[start] ?? 0) <= height) end += 1;
    const left = countLines(cell) - end;
    if (left === 0 || left >= KEEP) return end;
    return end - start - (KEEP - left) >= KEEP ? end - (KEEP - left) : end;
  }

  /**
   * @param {Jixiaoce.Flow} flow
   * @param {Jixiaoce.Piece[][]} earlier
   * @param {Jixiaoce.Piece[]} pieces
   */
  function pageHeight(flow, earlier, pieces) {
    let height = earlier.length > 0 ? flow.runningHead : 0;
    for (const run of runs(pieces, (piece) => flow.rows[piece.row]?.block)) {
      const block = flow.blocks[flow.rows[run[0]?.row ?? 0]?.block ?? 0];
      height += (block?.head ?? 0) + stackHeight(flow, run, 0);
    }
    return height;
  }

  /**
   * A table stretches the rows of a merged cell until its label has room: inner groups first, then outer ones.
   * @param {Jixiaoce.Flow} flow
   * @param {Jixiaoce.Piece[]} pieces of one block
   * @param {number} depth
   * @returns {number}
   */
  function stackHeight(flow, pieces, depth) {
    let height = 0;
    for (const run of runs(pieces, (piece) => flow.rows[piece.row]?.groups[depth])) {
      const [first] = run;
      const group = first && flow.rows[first.row]?.groups[depth];
      if (first === undefined || group === undefined) {
        for (const piece of run) height += piece.height;
        continue;
      }
      const label = flow.groups[group];
      const begins =
        flow.rows[first.row - 1]?.groups[depth] !== group && first.from.every((line) => line === 0);
      const least = begins ? label?.label : label?.again;
      height += Math.max(least ?? 0, stackHeight(flow, run, depth + 1));
    }
    return height;
  }

  /**
   * Consecutive items of the same key.
   * @template Item
   * @param {Item[]} items
   * @param {(item: Item) => unknown} keyOf
   */
  function runs(items, keyOf) {
    /** @type {Item[][]} */
    const found = [];
    /** @type {unknown} */
    let key;
    items.forEach((item, at) => {
      const own = keyOf(item);
      if (at > 0 && own === key) found.at(-1)?.push(item);
      else found.push([item]);
      key = own;
    });
    return found;
  }

  globalThis.jixiaoce = { ...globalThis.jixiaoce, chooseBreaks };
})();
