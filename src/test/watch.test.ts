import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROGRAM_ROOT } from '../util/program.ts';
import { type PreviewPage, toPatient, withPreview } from './preview-page.ts';
import { killAll, processesBelow, stillRunning } from './processes.ts';
import { startProgram } from './program.ts';
import { withWorkplace } from './workplace.ts';

const NAME = '党员志愿服务工作经费';
const FILE = `projects/2022/${NAME}.yaml`;
const OTHER = '党员干部教育经费';

const shows = (text: string) => `sheets.textContent.includes(${JSON.stringify(text)})`;

/** How editors save. */
const WAYS: Record<string, (file: string, text: string) => void> = {
  'in place': (file, text) => writeFileSync(file, text),
  'rename over': (file, text) => {
    writeFileSync(`${file}.tmp`, text);
    renameSync(`${file}.tmp`, file);
  },
  'backup and rename': (file, text) => {
    renameSync(file, `${file}~`);
    writeFileSync(file, text);
    unlinkSync(`${file}~`);
  },
  'delete and create': (file, text) => {
    unlinkSync(file);
    writeFileSync(file, text);
  },
  'delete and rename in': (file, text) => {
    unlinkSync(file);
    writeFileSync(`${file}.tmp`, text);
    renameSync(`${file}.tmp`, file);
  },
  'move away and back': (file, text) => {
    renameSync(file, `${file}.bak`);
    writeFileSync(`${file}.bak`, text);
    renameSync(`${file}.bak`, file);
  },
};

test('every save is shown, whatever way it is made, and the page stays where it was scrolled to', async () => {
  await withPreview(async ({ folder, put, read, visit, until, changed, page }) => {
    const source = read(FILE).toString();
    // A table of several sheets, so that there is something to scroll.
    const long = source.replace(
      /备注: [\s\S]*?(?= {4}质量指标)/,
      `备注: ${'一段很长的备注。'.repeat(150)}\n`,
    );
    put(FILE, long);
    await visit(NAME);
    await until('sheets.querySelectorAll(".page").length > 1');
    await page.evaluate("document.querySelector('iframe').contentWindow.scrollTo(0, 333)");
    // Each as soon as the one before is seen.
    for (let count = 0; count < 5; count += 1) {
      for (const [way, save] of Object.entries(WAYS)) {
        const text = `${way}第${count}次`;
        save(join(folder, FILE), long.replace('≤ 2.73 万元', `≤ 2.73 万元\n        备注: ${text}`));
        await until(shows(text));
      }
    }
    expect(await page.evaluate("document.querySelector('iframe').contentWindow.scrollY")).toBe(333);
    expect(await changed()).toHaveLength(1);
    await until('sheets.querySelectorAll("[data-changed]").length === 0');
    await page.reload();
    await until(shows('第4次'));
    await until('document.querySelector("iframe").contentWindow.scrollY === 333');
  });
});

test('a mistake is reported and marked on the page that has it, with its place, and goes when it is mended', async () => {
  await withPreview(async ({ put, read, visit, until, see, page, opened, changed, folder }) => {
    const source = read(FILE).toString();
    await visit(NAME);
    expect(await see('document.querySelector("#panel .error")')).toBeNull();
    put(FILE, source.replace('≤ 2.73 万元', '2.73 万元'));
    await until('document.querySelector("#findings .error")');
    const line = source.split('\n').findIndex((text) => text.includes('2.73')) + 1;
    expect(await see('document.querySelector("#findings .at").textContent')).toBe(`${FILE}:${line}:14`);
    expect(await see('document.querySelector("#findings .frame mark").textContent')).toBe('2.73 万元');
    expect(await see('document.querySelector("#findings .hint").textContent')).toContain('≤ 2.73 万元');
    expect(await see('sheets.querySelector("[data-finding=error]").textContent.trim()')).toBe('');
    expect(await see('sheets.querySelector("[data-finding=error][data-corner]").textContent.trim()')).toBe(
      '2.73 万元',
    );
    expect(await see('document.getElementById("notices").textContent')).toBe('');
    await until('document.querySelector("#list [aria-current] .error").textContent === "1 个错误"');
    await see('document.querySelector("#findings .at").click()');
    expect(await opened()).toEqual([
      `vscode://file${folder.split('/').map(encodeURIComponent).join('/')}/${FILE.split('/').map(encodeURIComponent).join('/')}:${line}:14`,
    ]);
    // The other tables are alive.
    put(`projects/2022/${OTHER}.yaml`, read(`projects/2022/${OTHER}.yaml`).toString().replace('≥', '>'));
    await page.evaluate(`const link = document.querySelector('#list a[href$="${encodeURIComponent(OTHER)}"]');
      link.focus();
      link.click();`);
    await until(shows(OTHER));
    expect(await see('document.activeElement.getAttribute("aria-current")')).toBe('page');
    await until('sheets.textContent.includes(">")');
    await page.goBack();
    await until(shows(NAME));
    put(FILE, source.replace('2.73', '2.74'));
    await until(shows('2.74'));
    // Sign, figure and unit are cells of their own, and what could not be read stood in one of them.
    expect(await changed()).toHaveLength(3);
    put(FILE, source.replace('2.73', '2.75'));
    await until(shows('2.75'));
    expect(await changed()).toEqual(['2.75']);
    await until('document.querySelector("#findings .error") === null');
    await until('document.querySelector("#notices").textContent === ""');
  });
});

test('warnings and suggestions stand on their cells and say what they are; Ctrl and a click lead to the line', async () => {
  await withPreview(async ({ put, read, visit, until, see, page, opened }) => {
    const source = read(FILE).toString().replace('≤ 2.73 万元', '≤ 2.73 万元\n        备注: 车辆, 物资');
    put(FILE, source);
    await visit(NAME);
    const cell = '[data-finding="warning"][data-field="备注"]';
    await until(`sheets.querySelector('${cell}')`);
    // The stop for Tab is the one cell of three that has the words.
    const empty =
      '[...sheets.querySelectorAll("[data-corner]")].filter(({ textContent }) => !textContent.trim()).length';
    expect(await see(empty)).toBe(0);
    await see(
      `sheets.querySelector('${cell}').dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))`,
    );
    await until('document.querySelector("iframe").contentDocument.getElementById("tip").hidden === false');
    expect(
      await see('document.querySelector("iframe").contentDocument.getElementById("tip").textContent'),
    ).toContain('车辆，物资');
    // A click alone chooses the cell.
    const frame = await (await page.$('iframe'))?.contentFrame();
    await page.keyboard.down('Control');
    await frame?.click(cell);
    await frame?.click('[data-field="项目编码"]');
    await frame?.click('[data-row="0"] [data-field="一级指标"]');
    await page.keyboard.up('Control');
    const lineOf = (text: string) => source.split('\n').findIndex((line) => line.includes(text)) + 1;
    await until('opened.length === 3');
    const places = (await opened()).map((address) => address.replace(/^.*\.yaml/, ''));
    expect(places).toEqual([
      `:${lineOf('车辆, 物资')}:13`,
      `:${lineOf('项目编码')}:7`,
      `:${lineOf('产出指标:')}:3`,
    ]);
  });
});

test('the list follows files that come, go and get other names', async () => {
  await withPreview(async ({ folder, put, read, visit, until, page }) => {
    const source = read(FILE).toString();
    await visit(NAME);
    const names = 'document.getElementById("list").textContent';
    put('projects/2022/新的项目.yaml', source.replace(NAME, '新的项目').replace('2284', '2285'));
    await until(`${names}.includes('新的项目')`);
    put('projects/2022/新的项目.yaml', null);
    await until(`!${names}.includes('新的项目')`);
    put('projects/2022/坏的.yaml', '项目名称：坏的\n');
    await until(`${names}.includes('坏的')`);
    put('projects/2022/坏的.yaml', null);
    // The page goes along with its file.
    renameSync(join(folder, FILE), join(folder, 'projects/2022/党员志愿服务.yaml'));
    await until('location.pathname.endsWith(encodeURIComponent("党员志愿服务"))');
    await until(shows(NAME));
    unlinkSync(join(folder, 'projects/2022/党员志愿服务.yaml'));
    await until('document.querySelector("#notices .warning")?.textContent.includes("不在了")');
    put(FILE, source);
    await page.goto(page.url().replace(encodeURIComponent('党员志愿服务'), encodeURIComponent(NAME)));
    await until(shows(NAME));
  });
});

test('a schema, a style or a template that breaks is told, and all goes on when it is mended', async () => {
  await withWorkplace(async ({ folder }) => {
    const templates = join(folder, 'templates');
    cpSync(join(PROGRAM_ROOT, 'templates'), templates, { recursive: true });
    await withPreview(
      async ({ visit, until, see, page }) => {
        await visit(NAME);
        const file = join(templates, 'project.hbs');
        const line = join(templates, 'partials', 'fact-line.hbs');
        const markup = readFileSync(line, 'utf8');
        writeFileSync(line, markup.replace('</h2>', '{{nmae}}</h2>'));
        await until('document.querySelector("#notices .error")?.textContent.includes("nmae")');
        expect(await see(shows(NAME))).toBe(true);
        writeFileSync(line, markup.replace('<h2>', '<h2>《').replace('</h2>', '》</h2>'));
        await until(shows(`《${NAME}》`));
        await until('document.querySelector("#notices").textContent === ""');
        writeFileSync(join(templates, 'styles', 'zz.css'), '.form-title { letter-spacing: 7px; }');
        await until('getComputedStyle(sheets.querySelector(".form-title")).letterSpacing === "7px"');
        // What is wrong only when pages are made of it is reported, too, over the last good pages.
        const good = 'getComputedStyle(sheets.querySelector(".form-title")).textAlign === "center"';
        const told = (text: string) =>
          `document.getElementById("notices").textContent.includes(${JSON.stringify(text)})`;
        const tokens = join(templates, 'styles', 'tokens.css');
        for (const [path, wrong, reason] of [
          [tokens, '', '没有给 .page'],
          [file, '<p>空的</p>', '没有 class 是 page 的页'],
          [line, markup.replace('</h2>', '<img></h2>'), '有元素 <img>'],
        ] as const) {
          const right = readFileSync(path, 'utf8');
          writeFileSync(path, wrong);
          await until(told(reason));
          expect(await see(shows(NAME))).toBe(true);
          expect(await see(good)).toBe(true);
          writeFileSync(path, right);
          await until('document.getElementById("notices").textContent === ""');
          expect(await see(shows(`《${NAME}》`))).toBe(true);
        }
        // While it is broken another table has no sheets, not the ones of the table before.
        const right = readFileSync(file, 'utf8');
        writeFileSync(file, '<p>空的</p>');
        await until(told('没有 class 是 page 的页'));
        await page.click(`#list a[href$="${encodeURIComponent(OTHER)}"]`);
        await until(`document.getElementById("name").textContent === ${JSON.stringify(OTHER)}`);
        await until(told('没有 class 是 page 的页'));
        expect(await see('sheets.textContent')).toBe('');
        writeFileSync(file, right);
        await until(shows(`《${OTHER}》`));
        await until('document.getElementById("notices").textContent === ""');
        // Without its own part of a page it has the program's.
        rmSync(join(templates, 'partials'), { recursive: true });
        await until(`!(${shows(`《${OTHER}》`)})`);
        expect(await see(shows(OTHER))).toBe(true);
        rmSync(templates, { recursive: true });
        await until('document.querySelector("#notices .error") !== null');
      },
      ['--templates', templates],
    );
  });
});

test('a year that goes leads to another, what is gone from out is printed again, an unknown page says so', async () => {
  await withPreview(async ({ folder, put, read, visit, until, page, address }) => {
    const fresh = 'document.getElementById("pdf").dataset.state === "fresh"';
    put(`projects/2023/${NAME}.yaml`, read(FILE));
    mkdirSync(join(folder, 'projects/2024'));
    await visit(NAME);
    await until('document.querySelectorAll("#year option").length === 2');
    await page.select('#year', '2023');
    await until('location.pathname.startsWith("/2023/")');
    await until(shows(NAME));
    const manifest = () =>
      existsSync(join(folder, 'out/manifest.json')) ? `${read('out/manifest.json')}` : '';
    put('projects/2023', null);
    await until('location.pathname.startsWith("/2022/")');
    await until(shows('项目名称'));
    // It is written last: nothing more is printed.
    await expect.poll(manifest).toContain('"2022/booklet.pdf"');
    rmSync(join(folder, 'out'), { recursive: true, force: true });
    await page.reload();
    await until(fresh);
    expect(existsSync(join(folder, `out/2022/${OTHER}.pdf`))).toBe(true);
    await page.goto(`${address}2022/nothing`);
    await until('document.querySelector("#notices .warning")?.textContent.includes("不在了")');
  });
});

test('without its booklet.yaml no table is printed; an out that is a file ends nothing', async () => {
  await withPreview(
    async ({ put, visit, until, see }) => {
      await visit(NAME);
      await until('document.getElementById("pdf").dataset.state === "failed"');
      expect(await see(shows(NAME))).toBe(true);
      put('projects/2022/booklet.yaml', '标题：坏\n');
      await until('["none", "held"].includes(document.getElementById("pdf").dataset.state)');
      put('projects/2022/booklet.yaml', '标题: 好\n单位: 直属机关工委\n年度: 2022\n');
      await until('document.getElementById("pdf").dataset.state === "failed"');
    },
    ['--out', 'projects/2022/booklet.yaml'],
  );
});

test('a checkout of other files, a folder that goes and comes back', async () => {
  await withPreview(async ({ folder, visit, until, put, read }) => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: folder });
    git('init', '-q');
    git('add', 'projects');
    git('commit', '-qm', 'eight');
    git('checkout', '-qb', 'many');
    const source = read(FILE).toString();
    for (let count = 0; count < 200; count += 1) {
      const code = `52270022Z${String(count).padStart(12, '0')}`;
      const text = source.replace(NAME, `项目${count}`).replace(/52270022P\S+/, code);
      put(`projects/2022/项目${count}.yaml`, text);
    }
    git('add', 'projects');
    git('commit', '-qm', 'many');
    await visit('项目199');
    git('checkout', '-q', 'HEAD~1');
    await until('document.querySelectorAll("#list a").length === 9');
    git('checkout', '-q', 'many');
    await until('document.querySelectorAll("#list a").length === 209');
    renameSync(join(folder, 'projects'), join(folder, '别处'));
    await until('document.querySelector("#notices .error") !== null');
    await until('document.querySelectorAll("#list a").length === 0');
    renameSync(join(folder, '别处'), join(folder, 'projects'));
    await until('document.querySelector("#notices .error") === null');
    put('projects/2022/项目199.yaml', null);
    await until('document.querySelectorAll("#list a").length === 208');
  });
});

test('the PDF follows and is the one that build prints; a page shows the sheets that are printed', async () => {
  await withPreview(async ({ put, read, visit, until, see, outputs, build, page }) => {
    const fresh = 'document.getElementById("pdf").dataset.state === "fresh"';
    await visit(NAME);
    await until(fresh);
    put(FILE, read(FILE).toString().replace('2.73', '2.75'));
    const printed = () => read(`out/2022/${NAME}.html`).toString();
    await expect.poll(printed).toContain('2.75');
    await until(`${shows('2.75')} && ${fresh}`);
    const sheets = await see<string>(
      `(() => { const copy = sheets.cloneNode(true);
        for (const cell of copy.querySelectorAll('[data-field]')) {
          for (const name of ['finding', 'corner', 'changed']) delete cell.dataset[name];
          for (const name of ['tabindex', 'aria-describedby']) cell.removeAttribute(name);
        }
        return copy.innerHTML; })()`,
    );
    expect(printed()).toContain(sheets.trim());
    await visit('booklet');
    await until(`${shows('2.75')} && ${fresh}`);
    await build({ out: 'once' });
    await expect.poll(() => outputs()).toEqual(outputs('once'));
    const pdf = await page.evaluate(
      'fetch(document.getElementById("pdf").href).then((answer) => answer.headers.get("content-type"))',
    );
    expect(pdf).toBe('application/pdf');
    // A cell of the booklet leads to its table.
    const frame = await (await page.$('iframe'))?.contentFrame();
    await frame?.$eval(`#p-52270022P004296102284 [data-field="项目编码"]`, (cell) =>
      cell.dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: true })),
    );
    await until('globalThis.opened.length === 1');
    expect(await see('globalThis.opened[0]')).toMatch(/%E7%BB%8F%E8%B4%B9\.yaml:3:7$/);
  });
});

test('keys: search, the next project, the PDF, the source', async () => {
  await withPreview(async ({ visit, until, see, page, opened }) => {
    await visit(NAME);
    const fresh = 'document.getElementById("pdf").dataset.state === "fresh"';
    const isHere = `document.getElementById("name").textContent === ${JSON.stringify(NAME)}`;
    await until(fresh);
    await page.keyboard.press('ArrowDown');
    await until(`!(${isHere})`);
    await page.keyboard.press('ArrowUp');
    await until(`${isHere} && ${fresh}`);
    await page.keyboard.press('e');
    expect((await opened()).length).toBe(1);
    await page.keyboard.press('p');
    expect((await opened())[1]).toMatch(/%E7%BB%8F%E8%B4%B9\.pdf$/);
    await page.keyboard.press('/');
    await page.keyboard.type('干部教育');
    await until('document.querySelectorAll("#list a").length === 1');
    await page.keyboard.press('ArrowDown');
    await until(shows(OTHER));
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type('30210136f');
    await until('document.querySelectorAll("#list a").length === 1');
    await page.keyboard.press('Escape');
    await until('document.querySelectorAll("#list a").length === 9');
    expect(await see('document.activeElement === document.body')).toBe(true);
  });
});

test('more tabs than a browser has connections for one program', async () => {
  await withPreview(async ({ openTab, address, put, read }) => {
    const tabs = [];
    for (let count = 0; count < 8; count += 1) {
      const tab = await openTab();
      await tab.goto(`${address}2022/${encodeURIComponent(count % 2 === 0 ? NAME : OTHER)}`);
      tabs.push(tab);
    }
    const source = read(FILE).toString();
    for (const figure of ['3.15', '3.25']) {
      put(FILE, source.replace('2.73', figure));
      for (const tab of tabs.filter((_, index) => index % 2 === 0)) {
        await tab.waitForFunction(
          toPatient(
            `document.querySelector('iframe').contentDocument.getElementById('sheets').textContent.includes('${figure}')`,
          ),
        );
      }
    }
    for (const tab of tabs)
      expect(await tab.evaluate('document.getElementById("notices").textContent')).toBe('');
  });
});

test('after a restart the page is connected again and shows the truth', async () => {
  const restart = async ({ folder, address, program, put, read, visit, until, page }: PreviewPage) => {
    await visit(NAME);
    program.child.kill('SIGTERM');
    expect((await program.finished).code).toBe(0);
    await until('document.querySelector("#notices .warning") !== null');
    put(FILE, read(FILE).toString().replace('2.73', '2.76'));
    const again = startProgram(folder, ['watch', '--port', new URL(address).port]);
    expect(await again.address).toBe(address);
    await until(shows('2.76'));
    await until('document.querySelector("#notices .warning") === null');
    again.child.kill('SIGTERM');
    await again.finished;
    // What cannot be read from the start is shown as it was, and says so.
    put(FILE, read(FILE).toString().replace('绩效指标:', '绩效指标：'));
    const third = startProgram(folder, ['watch', '--port', new URL(address).port]);
    await until('document.querySelector("#findings .error") !== null');
    await until('document.querySelector("#notices .error")?.textContent.includes("出错之前")');
    await page.goto(`${address}2022/booklet`);
    await until(`document.querySelector("#notices .error")?.textContent.includes("${NAME} 有错误")`);
    third.child.kill('SIGTERM');
    await third.finished;
  };
  // Below those that the system gives to whoever asks for any: nobody takes it meanwhile.
  await withPreview(restart, ['--port', String(20_000 + (process.pid % 10_000))]);
});

describe.skipIf(process.platform === 'win32')('processes', () => {
  const browsersOf = (pid: number | undefined) =>
    processesBelow(pid ?? 0).filter(({ command }) => /chrom|edge/i.test(command));

  test('a browser that dies is started again for the next print', async () => {
    await withPreview(async ({ program, put, read, visit, until }) => {
      const fresh = 'document.getElementById("pdf").dataset.state === "fresh"';
      await visit(NAME);
      await until(fresh);
      killAll(browsersOf(program.child.pid));
      put(FILE, read(FILE).toString().replace('2.73', '2.77'));
      await expect.poll(() => read(`out/2022/${NAME}.html`).toString()).toContain('2.77');
      await until(`${shows('2.77')} && ${fresh}`);
    });
  });

  test('Ctrl-C ends it, with no process and no half-written file left', async () => {
    await withWorkplace(async ({ folder }) => {
      const one = startProgram(folder, ['watch']);
      const two = startProgram(folder, ['watch']);
      const [first, second] = [await one.address, await two.address];
      expect(first).not.toBe(second);
      // While it prints.
      await expect.poll(() => browsersOf(one.child.pid).length).toBeGreaterThan(0);
      const started = processesBelow(one.child.pid ?? 0);
      one.child.kill('SIGINT');
      expect((await one.finished).code).toBe(0);
      await expect.poll(() => stillRunning(started)).toEqual([]);
      two.child.kill('SIGTERM');
      expect((await two.finished).code).toBe(0);
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      expect(names.filter((name) => name.includes('.tmp'))).toEqual([]);
    });
  });
});

test('only this machine and this page are answered', async () => {
  await withPreview(async ({ address, visit, openTab, page }) => {
    await visit(NAME);
    const { port } = new URL(address);
    const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      new Promise<{ status: number; body: string }>((resolve, reject) => {
        request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
          let body = '';
          answer.setEncoding('utf8').on('data', (text: string) => (body += text));
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
        })
          .on('error', reject)
          .end();
      });
    const nothing = { status: 403, body: '' };
    expect(await ask('/', { host: `evil.example:${port}` })).toEqual(nothing);
    expect(await ask('/-/events', { origin: 'http://evil.example' })).toEqual(nothing);
    expect(await ask('/-/pdf/../../projects/2022/booklet.yaml')).toEqual(nothing);
    expect(await ask('/-/pdf/2022/..%2f..%2fpackage.json')).toEqual(nothing);
    expect(await ask('/', {}, 'POST')).toEqual(nothing);
    expect((await ask('/-/pdf/2022/package.json')).status).toBe(404);
    expect((await ask('/-/')).status).toBe(404);
    expect((await ask('/2022/')).body).not.toContain(FILE);
    expect((await ask('/')).status).toBe(200);

    // A page of another origin can neither frame nor read it.
    const other = await openTab();
    await other.goto('data:text/html,<title>other</title>');
    const answer = await other.evaluate(
      `fetch('${address}').then((answer) => answer.status + answer.type, (error) => 'refused')`,
    );
    expect(answer).toBe('refused');
    await other.setContent(`<iframe src="${address}"></iframe>`);
    const framed = await other.evaluate(
      "document.querySelector('iframe').contentDocument?.body.textContent ?? ''",
    );
    expect(framed).toBe('');
    await other.close();
    expect(await page.title()).toContain(NAME);
  });
});
