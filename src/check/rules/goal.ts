import type { Project } from '../../read/project.ts';
import { type Diagnostic, diagnose } from '../../report/diagnostic.ts';
import type { Check, CheckedYear } from '../check.ts';
import { listQuantities } from '../language/quantities.ts';
import { listSourceTexts, placeIn } from '../printed-texts.ts';
import { clerkRows } from '../rows.ts';

/** Characters; what is to be done, how much of it and to what end does not fit into fewer. */
const SHORTEST_GOAL = 30;

/** A goal that is too short to say anything, or that names no quantity; the shorter fault hides the other. */
function checkGoals({ projects }: CheckedYear): Diagnostic[] {
  return projects.flatMap(({ goal }) => {
    const characters = [...goal.text.replace(/\s/gu, '')].length;
    if (characters < SHORTEST_GOAL) {
      const args = { characters: String(characters), limit: String(SHORTEST_GOAL) };
      return [diagnose('suggestion', 'goal/short', goal.at, args)];
    }
    if (listQuantities(goal.text).length > 0) return [];
    return [diagnose('suggestion', 'goal/no-quantity', goal.at)];
  });
}

/** Work that costs money and can be counted, promised by a verb. */
const PROMISED =
  /(?:开展|组织|举办|召开|进行|实施|加强|做好|抓好|承办|完成)(?:[^，。；！？\n“”《》]{0,12}?)(培训|宣传|督导|考评|调研|检查|评选|表彰|观摩|竞赛|慰问|走访|巡察|述职|讲座|采购|维修|活动)/gu;

/** Work that the goal promises and no row mentions, neither its name nor its value nor its remarks. */
function checkPromises(year: CheckedYear): Diagnostic[] {
  const sourceTexts = listSourceTexts(year);
  return year.projects.flatMap((project) => {
    const { goal } = project;
    const promised = [...goal.text.matchAll(PROMISED)];
    if (promised.length === 0) return [];
    const rows = writeRows(project);
    const told = new Set<string>();
    return promised.flatMap(({ 0: words, 1: work = '', index }) => {
      if (told.has(work) || rows.includes(work)) return [];
      told.add(work);
      const from = index + words.length - work.length;
      const at = placeIn(goal, sourceTexts.get(project.file) ?? '', from, from + work.length);
      return [diagnose('suggestion', 'goal/no-row', at, { work })];
    });
  });
}

function writeRows(project: Project): string {
  return clerkRows(project)
    .flatMap(({ name, target, remark, explanation }) => [name, target, remark ?? name, explanation ?? name])
    .map(({ text }) => text)
    .join('\n');
}

export const goalChecks: readonly Check[] = [
  { codes: { 'goal/short': 'suggestion', 'goal/no-quantity': 'suggestion' }, run: checkGoals },
  { codes: { 'goal/no-row': 'suggestion' }, run: checkPromises },
];
