import {
  escapeXml,
  OFFICE,
  toArchive,
  toContentTypes,
  toCoreProperties,
  toRelationships,
  toRootRelationships,
} from './archive.ts';
import type { Grid } from './grid.ts';
import { quoteSheetName, toSheetNames } from './sheet-names.ts';
import { toStyles } from './workbook-styles.ts';
import { toWorksheet } from './worksheet.ts';

/** An .xlsx file with a sheet for each grid. */
export function toWorkbook(grids: readonly Grid[], about: { title: string; author: string }): Uint8Array {
  const names = toSheetNames(grids.map(({ name }) => name));
  const sheets = grids.map((grid, index) => toWorksheet(grid, names, index === 0));
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
    'xl/styles.xml': toStyles(),
    ...Object.fromEntries(sheets.map(({ xml }, index) => [`xl/${paths[index]}`, xml])),
  });
}
