// @ts-check
// Short parts that follow each other share a sheet: 说明 below 目录, the 对照表 of several projects.
(() => {
  /** What an article may follow is said by its `data-joins`: the class of the article before it. */
  const PART = 'article[data-joins]';
  /** CSS pixels that .joined and its .origin take above and below a part at most, 10 and 4 mm. */
  const GAP = 38;
  const ORIGIN = 15;

  /**
   * Moves the content of a sheet to the end of the sheet before it, where it has room there as a whole. Heights are read
   * first, for all; a sheet that goes on from another one, under a running head, takes nothing.
   * @param {ParentNode} root its pages are divided
   */
  function joinSheets(root) {
    const parts = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(PART)]);
    const measured = new Map(
      [...new Set(parts.flatMap((part) => [part.previousElementSibling, part]))].map((article) => [
        article,
        measureArticle(article),
      ]),
    );
    /** The sheet that may take more, and how high it has become. */
    let target = measured.get(parts[0]?.previousElementSibling ?? null) ?? null;
    for (const part of parts) {
      const own = measured.get(part) ?? null;
      const follows = part.dataset.joins;
      // Once is enough: what did not fit stays by itself.
      part.removeAttribute('data-joins');
      const before = part.previousElementSibling;
      if (before !== null && before !== target?.article) target = measured.get(before) ?? null;
      const mayJoin = target?.article.matches(`.${follows}`) && own !== null && own.sheets === 1;
      const height = target !== null && own !== null ? target.height + own.height - own.title + own.extra : 0;
      if (mayJoin && target !== null && own !== null && !target.isLater && height <= target.room) {
        joinSheet(target, own);
        target.height = height;
      } else {
        target = own;
      }
    }
  }

  /**
   * @param {Element | null} article
   * @returns {Jixiaoce.Joinable | null}
   */
  function measureArticle(article) {
    const sheets = article?.querySelectorAll(':scope > .page') ?? [];
    const sheet = sheets[sheets.length - 1];
    const content = /** @type {HTMLElement | null} */ (sheet?.querySelector(':scope > .content') ?? null);
    const last = content?.lastElementChild;
    if (!(sheet instanceof HTMLElement) || !article || !content || !last) return null;
    const title = content.querySelector(':scope > .form-title');
    return {
      article,
      sheet,
      content,
      sheets: sheets.length,
      // What page.css offers, as roomOf of paginate.js reads it.
      room: Number.parseFloat(getComputedStyle(content).minHeight),
      isLater: content.querySelector(':scope > .running-head') !== null,
      height: last.getBoundingClientRect().bottom - content.getBoundingClientRect().top + ORIGIN,
      title: title ? title.getBoundingClientRect().height : 0,
      // The distance above a part, and the line of its origin, which leaves the foot of the sheet for the part.
      extra: GAP + ORIGIN,
    };
  }

  /**
   * @param {Jixiaoce.Joinable} target
   * @param {Jixiaoce.Joinable} own
   */
  function joinSheet(target, own) {
    if (!target.content.querySelector(':scope > .joined')) moveOrigin(target.sheet, target.content);
    const part = document.createElement('div');
    part.className = 'joined';
    part.id = own.sheet.id;
    own.content.querySelector(':scope > .form-title')?.remove();
    part.append(...own.content.childNodes);
    moveOrigin(own.sheet, part);
    target.content.append(part);
    own.article.remove();
  }

  /**
   * A foot that names several tables would not say which is which.
   * @param {HTMLElement} sheet
   * @param {HTMLElement} part
   */
  function moveOrigin(sheet, part) {
    const origin = sheet.querySelector(':scope > footer > .origin');
    if (!origin?.textContent) return;
    const line = document.createElement('p');
    line.className = 'origin';
    line.textContent = origin.textContent;
    origin.textContent = '';
    part.append(line);
  }

  globalThis.jixiaoce = { ...globalThis.jixiaoce, joinSheets };
})();
