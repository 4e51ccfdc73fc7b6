import { lazy } from '../../util/memoize.ts';
import {
  escapeXml,
  OFFICE,
  pack,
  toArchive,
  toContentTypes,
  toCoreProperties,
  toRelationships,
  toRootRelationships,
} from './archive.ts';
import { quoteSheetName, toSheetNames } from './sheet-names.ts';
import { toStyles } from './workbook-styles.ts';
import type { Worksheet } from './worksheet.ts';

/** The same in every workbook. */
const styles = lazy(() => pack(toStyles()));

/** A sheet of a workbook; `toSheet` gets the names of all by their anchors. */
export interface Sheet {
  name: string;
  anchor: string;
  toSheet: (names: ReadonlyMap<string, string>) => Worksheet;
}

/** An .xlsx file. */
export function toWorkbook(all: readonly Sheet[], about: { title: string; author: string }): Uint8Array {
  const names = toSheetNames(all.map(({ name }) => name));
  const targets = new Map(all.map(({ anchor }, index) => [anchor, names[index] ?? '']));
  targets.delete('');
  const sheets = all.map(({ toSheet }) => toSheet(targets));
  const paths = sheets.map((_, index) => `worksheets/sheet${index + 1}.xml`);
  const titles = sheets.flatMap(({ repeated }, index) => {
    if (repeated === null) return [];
    const range = `${quoteSheetName(names[index] ?? '')}!$${repeated[0]}:$${repeated[1]}`;
    return [
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(range)}</definedName>`,
    ];
  });
  const listed = names.map(
    (name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return toArchive({
    '[Content_Types].xml': toContentTypes([
      ['xl/workbook.xml', 'officedocument.spreadsheetml.sheet.main'],
      ['xl/styles.xml', 'officedocument.spreadsheetml.styles'],
      ...paths.map((path) => [`xl/${path}`, 'officedocument.spreadsheetml.worksheet'] as const),
      ['docProps/core.xml', 'package.core-properties'],
    ]),
    '_rels/.rels': toRootRelationships('xl/workbook.xml'),
    'docProps/core.xml': toCoreProperties(about.title, about.author),
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets>${titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`}</workbook>`,
    'xl/_rels/workbook.xml.rels': toRelationships([
      ...paths.map((path) => [`${OFFICE}/worksheet`, path] as const),
      [`${OFFICE}/styles`, 'styles.xml'],
    ]),
    'xl/styles.xml': styles(),
    ...Object.fromEntries(sheets.map(({ file }, index) => [`xl/${paths[index]}`, file])),
  });
}
