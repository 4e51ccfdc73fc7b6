import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Workplace, withWorkplace } from '../test/workplace.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { createChecker } from './compile-sources.ts';
import { lookTillQuiet, type Round } from './round.ts';

const NAME = '党员志愿服务工作经费';
const FILE = `projects/2022/${NAME}.yaml`;
const TEMPLATE = 'templates/partials/fact-line.hbs';
const STYLE = 'templates/styles/page.css';

interface Desk extends Workplace {
  /** What is seen when these are saved, the first at once, each of the others after some milliseconds. */
  see(
    ...saves: [after: number, path: string, content: string | null][]
  ): Promise<{ round: Round; took: number }>;
}

/** Lends a folder in which time passes only while the program waits. */
async function withDesk(use: (desk: Desk) => Promise<void>): Promise<void> {
  await withWorkplace(async (workplace) => {
    const { folder, put } = workplace;
    cpSync(join(PROGRAM_ROOT, 'templates'), join(folder, 'templates'), { recursive: true });
    const recheck = createChecker({
      ...{ cwd: folder, projects: 'projects', templates: 'templates', paths: [], strict: false },
    });
    await use({
      ...workplace,
      see: async (...saves) => {
        const before: Round = { checked: recheck(), trouble: null };
        let now = 0;
        let last = 0;
        let due = 0;
        const saveWhatIsDue = () => {
          for (let next = saves[0]; next !== undefined && due + next[0] <= now; next = saves[0]) {
            const [after, path, content] = next;
            saves.shift();
            put(path, content);
            due += after;
            last = now;
          }
        };
        saveWhatIsDue();
        const wait = async (milliseconds: number) => {
          now += milliseconds;
          saveWhatIsDue();
        };
        const round = await lookTillQuiet(recheck, before, () => now - last, { now: () => now, wait });
        return { round, took: now };
      },
    });
  });
}

const errorsOf = ({ checked: { diagnostics } }: Round) =>
  diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);

test('half a file is no mistake, however often it is half; a mistake that stays is one', async () => {
  await withDesk(async ({ read, see }) => {
    const whole = read(FILE).toString();
    const half = whole.slice(0, 400);
    const { round, took } = await see([0, FILE, half], [70, FILE, whole.replace('2.73', '3.15')]);
    expect([errorsOf(round), took]).toEqual([[], 70]);
    expect(round.checked.texts.get(FILE)).toContain('3.15');
    const thrice = await see([0, FILE, half], [70, FILE, `${half}\n`], [70, FILE, half], [70, FILE, whole]);
    expect([errorsOf(thrice.round), thrice.took]).toEqual([[], 210]);

    const wrong = await see([0, FILE, whole.replace('≤ 2.73', '2.73')]);
    expect(errorsOf(wrong.round)).toEqual(['value/no-sign']);
    expect(wrong.took).toBe(80);
    // It is no news the next time.
    const still = await see([0, FILE, whole.replace('≤ 2.73', '2.74')]);
    expect([errorsOf(still.round), still.took]).toEqual([['value/no-sign'], 0]);
    // Somebody who types without a pause sees it, too.
    expect((await see([0, FILE, whole])).took).toBe(0);
    const typed = Array.from({ length: 50 }, (_, at): [number, string, string] => [
      at === 0 ? 0 : 20,
      FILE,
      whole.replace('≤ 2.73', `2.7${at}`),
    ]);
    const typing = await see(...typed);
    expect([errorsOf(typing.round), typing.took]).toEqual([['value/no-sign'], 500]);
  });
});

test('a file that goes and comes back was there all the time; what is sound is seen at once', async () => {
  await withDesk(async ({ read, see }) => {
    const text = read(FILE).toString();
    const back = await see([0, FILE, null], [60, FILE, text.replace('2.73', '3.25')]);
    expect([back.round.checked.projects, back.took]).toEqual([8, 60]);
    expect(back.round.checked.texts.get(FILE)).toContain('3.25');
    const gone = await see([0, FILE, null]);
    expect([gone.round.checked.projects, gone.took]).toEqual([7, 80]);
    expect((await see([0, FILE, text])).took).toBe(0);
    expect((await see([0, FILE, text.replace('2.73', '3.35')])).took).toBe(0);
  });
});

test('half a template or style is never seen, nor the trouble that it makes', async () => {
  await withDesk(async ({ read, see }) => {
    const [markup, rules] = [read(TEMPLATE).toString(), read(STYLE).toString()];
    const template = await see([0, TEMPLATE, ''], [70, TEMPLATE, markup.replace('</h2>', '一</h2>')]);
    expect(template.round.trouble).toBeNull();
    const bodies = template.round.checked.years.flatMap(({ tables }) =>
      tables.map(({ document }) => document.body),
    );
    for (const body of bodies) expect(body).toContain('一</h2>');
    const style = await see([0, STYLE, ''], [70, STYLE, `${rules}\n.form-title { letter-spacing: 1px; }`]);
    expect(style.round.checked.context.templates.styles).toContain('letter-spacing: 1px');
    const stays = await see([0, TEMPLATE, '{{#if']);
    expect([stays.round.trouble?.code, stays.took]).toEqual(['template/syntax', 80]);
  });
});
