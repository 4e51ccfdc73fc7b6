// @ts-check
// Divides rendered articles into pages and numbers them; runs where the PDF is printed and in the live preview.
(() => {
  /** The frame differs by up to 3 px with what stands above it on a page. */
  const SLACK = 4;
  const TOLERANCE = 0.5;

  /**
   * Every page of `root` that is too long becomes several; the others are not touched. Pages that are divided already stay
   * as they are. Throws when a page cannot be made to fit.
   * @param {ParentNode} root holds the articles; its fonts are loaded and it is not scaled
   * @returns {Jixiaoce.Pagination}
   */
  function paginate(root) {
    const { draftPage, openGalley, measureFlow, chooseBreaks, rebuildPage } = globalThis.jixiaoce;
    const pages = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('.page')]);
    const room = roomOf(pages);
    const drafts = pages.filter((page) => excess(page, room) > 0).map(draftPage);
    for (const draft of drafts) openGalley(draft);
    const plans = drafts.map((draft) => {
      const chosen = chooseBreaks(measureFlow(draft, room - SLACK));
      return { draft, chosen, cuts: findCuts(draft, chosen.flat()) };
    });
    const changed = plans.flatMap(({ draft, chosen, cuts }) => rebuildPage(draft, chosen, cuts));
    const result = numberPages(root);
    for (const page of changed) {
      const over = excess(page, room);
      if (over > 0)
        throw new Error(`a page of ${nameOf(page)} is ${over.toFixed(1)} px too high after its division`);
    }
    return result;
  }

  /**
   * What a page offers its content: the least height that page.css gives it.
   * @param {HTMLElement[]} pages
   */
  function roomOf(pages) {
    const content = pages[0]?.querySelector(':scope > .content');
    return content ? Number.parseFloat(getComputedStyle(content).minHeight) : 0;
  }

  /**
   * @param {HTMLElement} page
   * @param {number} room
   */
  function excess(page, room) {
    const content = page.querySelector(':scope > .content');
    return content ? content.getBoundingClientRect().height - room - TOLERANCE : 0;
  }

  /** @param {HTMLElement} page */
  function nameOf(page) {
    return page.parentElement?.querySelector('.page[id]')?.id ?? 'an article';
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

  /**
   * @param {ParentNode} root
   * @returns {Jixiaoce.Pagination}
   */
  function numberPages(root) {
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
    const isBooklet = counts.front > 0;
    sheets.forEach((sheet, at) => {
      const footer = sheet.querySelector(':scope > footer');
      const label = pages[at]?.label ?? '';
      if (footer) footer.textContent = isBooklet ? `— ${label} —` : `第 ${label} 页　共 ${counts.body} 页`;
    });
    if (isBooklet) headTables(root);

    const labels = new Map(pages.map(({ anchor, label }) => [anchor, label]));
    const references = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('[data-page-of]')]);
    const links = references.map((reference) => {
      const target = reference.dataset.pageOf ?? '';
      const printed = labels.get(target);
      if (printed === undefined) throw new Error(`no page bears the anchor ${target}`);
      reference.textContent = printed;
      return { target, printed };
    });
    return { pages, links };
  }

  /**
   * The title of a booklet's first table becomes the heading under which all tables' names stand among the bookmarks.
   * @param {ParentNode} root
   */
  function headTables(root) {
    const title = root.querySelector('.project .form-title');
    if (title === null || title.tagName === 'H1') return;
    const heading = document.createElement('h1');
    heading.className = title.className;
    heading.append(...title.childNodes);
    title.replaceWith(heading);
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
