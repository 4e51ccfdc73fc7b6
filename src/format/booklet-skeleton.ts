import { FORM_KEYS, type FormKind } from '../form/words.ts';
import { schemaLine } from './attach-comments.ts';
import { writeScalar } from './write-layout.ts';

export interface BookletSkeleton {
  title: string;
  unit: string;
  year: string;
  /** Those that it names: others than a year has without. */
  forms: readonly { kind: FormKind; name: string }[];
  schema: string | null;
}

/** A booklet.yaml with what every one has. */
export function writeBookletSkeleton({ title, unit, year, forms, schema }: BookletSkeleton): string {
  return [
    ...schemaLine(schema),
    `标题: ${writeScalar(title)}`,
    `单位: ${writeScalar(unit)}`,
    `年度: ${year}`,
    ...(forms.length === 0 ? [] : ['表式:']),
    ...forms.map(({ kind, name }) => `  ${FORM_KEYS[kind]}: ${writeScalar(name)}`),
    '',
  ].join('\n');
}
