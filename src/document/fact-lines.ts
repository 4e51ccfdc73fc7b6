import { type Form, listLeaves } from '../form/form.ts';
import { type Draft, type Fact, printFact } from '../read/project.ts';
import { usualWidths } from './column-widths.ts';
import type { FactLineView, FactView } from './views.ts';

/** Facts printed only when present: two in a line. */
const OPTIONAL_IN_A_LINE = 2;

/** The lines above the indicators: what must be there always, the rest when the source has it. */
export function toFactLines({ form, facts }: Draft): FactLineView[] {
  const find = (key: string) => facts.find(({ field }) => field.key === key);
  return form.head.flatMap(({ keys, isOptional }) => {
    const wanted = keys.map((key) => ({ key, fact: find(key) }));
    if (!isOptional) return [toLine(form, wanted)];
    const given = wanted.filter(({ fact }) => fact !== undefined);
    return Array.from({ length: Math.ceil(given.length / OPTIONAL_IN_A_LINE) }, (_, line) =>
      toLine(form, given.slice(line * OPTIONAL_IN_A_LINE, (line + 1) * OPTIONAL_IN_A_LINE)),
    );
  });
}

function toLine(form: Form, wanted: readonly { key: string; fact: Fact | undefined }[]): FactLineView {
  const starts = chooseStarts(form, wanted.length);
  const facts = wanted.map(({ key, fact }, index): FactView => {
    const field = form.fields.find((known) => known.key === key);
    const start = starts[index] ?? 0;
    return {
      label: key,
      isName: field?.role === 'name',
      isCode: field?.type === 'code',
      columns: String((starts[index + 1] ?? listLeaves(form.columns).length) - start - 1),
      text: fact === undefined ? [] : printFact(fact),
    };
  });
  const isLong = wanted.some(({ fact }) => fact?.field.type === 'paragraphs' || fact?.field.type === 'text');
  return { isLong, facts };
}

/** The columns in which the facts of a line begin: as evenly as the columns' usual widths allow. */
function chooseStarts(form: Form, count: number): number[] {
  const widths = usualWidths(form);
  const edges = [0];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  const total = edges.at(-1) ?? 0;
  const starts = [0];
  for (let index = 1; index < count; index += 1) {
    const ideal = (total * index) / count;
    const least = (starts.at(-1) ?? 0) + 2;
    const most = widths.length - 2 * (count - index);
    const possible = widths.flatMap((width, at) =>
      at < least || at > most
        ? []
        : [{ at, miss: Math.abs((edges[at] ?? 0) - ideal) + (width < LABEL ? total : (width - LABEL) / 2) }],
    );
    const [best] = possible.sort((a, b) => a.miss - b.miss || a.at - b.at);
    starts.push(best?.at ?? least);
  }
  return starts;
}

/** Characters: a column that is narrower has no room for the name of a fact. */
const LABEL = 4;
