import type {
  SAMPLE_BOOKLET,
  SAMPLE_COVER,
  SAMPLE_INDEX,
  SAMPLE_LINKS,
  SAMPLE_PROJECT,
  SAMPLE_RESULTS,
} from './sample.ts';
import type { SAMPLE_COMPARISON } from './sample-comparison.ts';

/** What the templates see, by its type. What each name means, with an example, is in sample.ts and sample-comparison.ts. */
export type TableView = typeof SAMPLE_PROJECT;
export type HeadingView = TableView['headings'][number][number];
export type RowView = TableView['rows'][number];
export type CellView = RowView['cells'][number];
export type FactLineView = TableView['lines'][number];
export type FactCellView = FactLineView['cells'][number];
export type ClosingView = TableView['closings'][number];
export type TotalCellView = TableView['total'][number];

/** One printed value: its paragraphs. Empty when the cell is empty. */
export type Paragraphs = string[];

export type CoverView = typeof SAMPLE_COVER;
export type BookletView = typeof SAMPLE_BOOKLET;
export type SummaryRowView = BookletView['projects'][number];
export type OfficeRowView = BookletView['offices'][number];
export type ResultsBookletView = typeof SAMPLE_RESULTS;
export type ResultsCellView = ResultsBookletView['total'][number];

export type OutputLinks = typeof SAMPLE_LINKS;
export type IndexView = typeof SAMPLE_INDEX;
export type OfficesView = Pick<IndexView, 'offices' | 'places' | 'allOffices'>;
export type OfficeCountsView = IndexView['allOffices'];
export type IndexResultsView = IndexView['results'][number];

export type ComparisonView = typeof SAMPLE_COMPARISON;
export type ProjectChangeView = ComparisonView['projects'][number];
export type FieldChangeView = ProjectChangeView['fields'][number];
export type RowChangeView = ProjectChangeView['rows'][number];
export type GroupView = NonNullable<RowChangeView['level1']>;
export type MarkedView = FieldChangeView['before'];
