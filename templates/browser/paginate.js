// @ts-check
// Divides rendered articles into pages and numbers them; runs where the PDF is printed and in the live preview.
(() => {
  /**
   * What is left free of a page's room. 4: the frame differs by up to 3 px with what is above it. More is tried when a
   * page came out too high: punctuation at a cut may be set differently once its neighbour is gone, and need a new line.
   */
  const ALLOWANCES = [4, 24, 44, 84];
  const TOLERANCE = 0.5;

  /**
   * Every page of `root` that is too long becomes several; the others are not touched, nor is what was divided before.
   * Throws when a page cannot be made to fit.
   * @param {ParentNode} root holds the articles; its fonts are loaded and it is not scaled
   * @param {Jixiaoce.Numbering} [numbering]
   * @returns {Jixiaoce.Pagination}
   */
  function paginate(root, numbering = {}) {
    const pages = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('.page')]);
    if (pages.length === 0) throw new Error('模板里没有 class 是 page 的页');
    const all = pages.map((page) => ({ page, room: roomOf(page) }));
    if (!all.every(({ room }) => room > 0)) {
      throw new Error('样式没有给 .page 的 .content 高度（min-height）');
    }
    let long = all.filter(({ page, room }) => isTooHigh(page, room));
    for (const allowance of ALLOWANCES) {
      if (long.length === 0) break;
      const divided = dividePages(long, allowance);
      const failed = divided.filter(({ sheets, room }) => sheets.some((sheet) => isTooHigh(sheet, room)));
      long = failed.map(({ sheets, pristine, room }) => {
        sheets[0]?.replaceWith(pristine);
        for (const sheet of sheets) sheet.remove();
        return { page: pristine, room };
      });
    }
    const [bad] = long;
    if (bad) throw new Error(`${bad.page.id || '有一页'} 的文字怎么分页都放不下`);
    globalThis.jixiaoce.joinSheets(root);
    return numberPages(root, numbering);
  }

  /**
   * One reading of all pages, then one writing: a layout costs as much as everything else together.
   * @param {{ page: HTMLElement, room: number }[]} pages
   * @param {number} allowance
   */
  function dividePages(pages, allowance) {
    const { draftPage, openGalley, measureFlow, chooseBreaks, rebuildPage } = globalThis.jixiaoce;
    const drafts = pages.map(({ page, room }) => ({
      room,
      pristine: clonePage(page),
      draft: draftPage(page),
    }));
    for (const { draft } of drafts) openGalley(draft);
    const plans = drafts.map(({ room, pristine, draft }) => {
      const chosen = chooseBreaks(measureFlow(draft, room - allowance));
      return { room, pristine, draft, chosen, cuts: findCuts(draft, chosen.flat()) };
    });
    return plans.map(({ room, pristine, draft, chosen, cuts }) => ({
      room,
      pristine,
      sheets: rebuildPage(draft, chosen, cuts),
    }));
  }

  /** @param {HTMLElement} page */
  const clonePage = (page) => /** @type {HTMLElement} */ (page.cloneNode(true));

  /**
   * What a page offers its content: the least height that page.css gives it.
   * @param {HTMLElement} page
   */
  function roomOf(page) {
    const content = page.querySelector(':scope > .content');
    return content ? Number.parseFloat(getComputedStyle(content).minHeight) : 0;
  }

  /**
   * @param {HTMLElement} page
   * @param {number} room
   */
  function isTooHigh(page, room) {
    const content = page.querySelector(':scope > .content');
    return content !== null && content.getBoundingClientRect().height > room + TOLERANCE;
  }

  /**
   * Where the text of every later piece begins in each of its cells; null in a cell that has none left.
   * @param {Jixiaoce.Draft} draft
   * @param {Jixiaoce.Piece[]} pieces
   */
  function findCuts(draft, pieces) {
    /** @type {Map<Jixiaoce.Piece, (Jixiaoce.CutPoint | null)[]>} */
    const cuts = new Map();
    pieces.forEach((piece, at) => {
      if (pieces[at - 1]?.row !== piece.row) return;
      const cells = draft.rows[piece.row]?.cells ?? [];
      const points = cells.map(({ lines }, k) => {
        const place = lines[piece.from[k] ?? 0];
        return place ? globalThis.jixiaoce.findLine(place.paragraph, place.line) : null;
      });
      cuts.set(piece, points);
    });
    return cuts;
  }

  /** How a page is numbered, in a table by itself and in a volume. */
  const FOLIOS = { alone: '第 {page} 页　共 {pages} 页', bound: '— {page} —' };

  /**
   * @param {ParentNode} root
   * @param {Jixiaoce.Numbering} numbering
   * @returns {Jixiaoce.Pagination}
   */
  function numberPages(root, { sign, labels: others = {} }) {
    /** @type {Jixiaoce.PaginatedPage[]} */
    const pages = [];
    const counts = { front: 0, body: 0 };
    const sheets = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('.page')]);
    for (const sheet of sheets) {
      const numbering = sheet.parentElement?.dataset.numbering === 'front' ? 'front' : 'body';
      counts[numbering] += 1;
      const label = numbering === 'front' ? toRoman(counts.front) : String(counts.body);
      pages.push({ anchor: sheet.id || null, label, numbering });
    }
    const folio = counts.front > 0 ? FOLIOS.bound : FOLIOS.alone;
    sheets.forEach((sheet, at) => {
      const footer = sheet.querySelector(':scope > footer');
      const place = footer?.querySelector('.folio') ?? footer;
      if (!place) return;
      const text = folio.replace('{page}', pages[at]?.label ?? '').replace('{pages}', String(counts.body));
      if (sign === undefined) place.textContent = text;
      else place.replaceChildren(document.createComment('folio'), sign);
    });

    /** @type {Map<string | null, string>} */
    const labels = new Map(Object.entries(others));
    for (const { anchor, label } of pages) labels.set(anchor, label);
    sheets.forEach((sheet, at) => {
      for (const part of sheet.querySelectorAll('.joined, tr[id]'))
        labels.set(part.id, pages[at]?.label ?? '');
    });
    const references = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('[data-page-of]')]);
    const links = references.map((reference) => {
      const target = reference.dataset.pageOf ?? '';
      const printed = labels.get(target);
      if (printed === undefined) throw new Error(`没有哪一页的 id 是 ${target}`);
      reference.textContent = printed;
      return { target, printed };
    });
    return { pages, links, folios: FOLIOS };
  }

  /** @param {number} number from 1 */
  function toRoman(number) {
    /** @type {[number, string][]} */
    const digits = [
      [1000, 'm'],
      [900, 'cm'],
      [500, 'd'],
      [400, 'cd'],
      [100, 'c'],
      [90, 'xc'],
      [50, 'l'],
      [40, 'xl'],
      [10, 'x'],
      [9, 'ix'],
      [5, 'v'],
      [4, 'iv'],
      [1, 'i'],
    ];
    let rest = number;
    let roman = '';
    for (const [value, letters] of digits) {
      for (; rest >= value; rest -= value) roman += letters;
    }
    return roman;
  }

  globalThis.jixiaoce = { ...globalThis.jixiaoce, paginate };
})();
