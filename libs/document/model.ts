/**
 * A report as data. Every text is already in the reader's language and every number already formatted (`text`) by whoever
 * built it; the renderers only lay it out. Plain JSON: it can be stored, digested and read back.
 */
export interface ReportDocument {
  /** Names the files: letters, digits and hyphens. */
  readonly id: string;
  /** BCP 47 tag of the words. */
  readonly lang: string;
  /** BCP 47 tag for the numbers the charts print on their axes; may differ from `lang`. */
  readonly locale: string;
  readonly title: string;
  readonly subtitle: string;
  /** The day printed into the files as their date, `YYYY-MM-DD`. Nothing else in a file depends on a clock. */
  readonly issuedOn: string;
  readonly meta: readonly MetaLine[];
  /** Printed at the head and foot of every page. */
  readonly classification: string;
  readonly sections: readonly Section[];
  readonly footer: Footer;
  readonly words: Words;
}

export interface MetaLine {
  readonly label: string;
  readonly value: string;
}

/** What every printed page carries, beside the classification and the page number. */
export interface Footer {
  readonly owner: string;
  readonly period: string;
  /** Short code by which the file can be checked. */
  readonly code: string;
  /** Where to check it, in words or as an address. */
  readonly verify?: string;
}

/** The few words renderers need of their own. */
export interface Words {
  /** What `··` means. */
  readonly hidden: string;
  /** Printed for a value nobody has measured; never 0. */
  readonly unmeasured: string;
  /** Opens the table behind a figure. */
  readonly showTable: string;
  /** Heading over the figures' tables on paper. */
  readonly annex: string;
  readonly contents: string;
  /** Page number on paper, with `{page}` and `{pages}`. */
  readonly page: string;
  /** Name of the first sheet of the workbook. */
  readonly readme: string;
  readonly sheet: string;
  readonly section: string;
  readonly table: string;
  readonly numerator: string;
  readonly denominator: string;
  /** Lower and upper end of an interval. */
  readonly low: string;
  readonly high: string;
}

export interface Section {
  /** Unique in the document; the anchor of the section. */
  readonly id: string;
  readonly number?: string;
  /** States the finding. */
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Start on a fresh sheet of paper. */
  readonly newPage?: boolean;
}

export type Block = Paragraph | List | Note | Indicators | Table | Figure | BlankForm;

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  /** When the text is in another language than the document. */
  readonly lang?: string;
}

export interface List {
  readonly kind: 'list';
  readonly title?: string;
  readonly ordered?: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly text: string;
  /** Id of a section to link to. */
  readonly to?: string;
}

export interface Note {
  readonly kind: 'note';
  /** `question` is put to the reader; `warning` limits what may be concluded. */
  readonly tone: 'plain' | 'question' | 'warning';
  readonly title?: string;
  readonly text: string;
}

/** The agreed indicators, one a row, with how each moved and whether it reaches its target. */
export interface Indicators {
  readonly kind: 'indicators';
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly headings: {
    readonly indicator: string;
    readonly value: string;
    readonly previous: string;
    readonly yearBefore: string;
    readonly trend: string;
    readonly change: string;
    readonly target: string;
  };
  readonly rows: readonly IndicatorRow[];
}

export interface IndicatorRow {
  readonly id: string;
  readonly label: string;
  /** Id of the section that says what it counts; the label leads there. */
  readonly to?: string;
  readonly value: Cell;
  readonly previous: Cell;
  readonly yearBefore: Cell;
  /** Oldest first, as many in every row; drawn as a small line. The last one is the value. */
  readonly trend: readonly Cell[];
  readonly change: Verdict;
  readonly target: Verdict;
}

/** A word with the shape that goes with it, so that neither colour nor a font's glyph has to carry it. */
export interface Verdict {
  readonly icon: IconName;
  readonly word: string;
}

export type IconName = 'up' | 'down' | 'steady' | 'met' | 'missed' | 'varies' | 'none';

/** Named columns over named rows: each cell is `figure id / row id / column id` in every format. */
export interface TableData {
  /** Head of the column that holds the rows' labels. */
  readonly rowHeading: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  readonly id: string;
  readonly label: string;
  /** Sums over the others; set apart. */
  readonly total?: boolean;
}

export interface Row {
  readonly id: string;
  readonly label: string;
  /** Id of the section that says what it counts; the label leads there. */
  readonly to?: string;
  /** One per column, in the columns' order. */
  readonly cells: readonly Cell[];
  readonly total?: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly table: TableData;
}

/** A chart and the table it is drawn from: there is no number in a chart that is not in its table. */
export interface Figure {
  readonly kind: 'figure';
  readonly id: string;
  /** States the finding. */
  readonly title: string;
  /** Measure, population, period, source: one sentence. */
  readonly description: string;
  /** What the chart shows, for who cannot see it. */
  readonly alt: string;
  readonly chart: Chart;
  readonly table: TableData;
  readonly caption?: string;
}

/** Lines to be written on by hand: minutes, attendance, signatures. */
export interface BlankForm {
  readonly kind: 'form';
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly lines: number;
}

/** How to draw a figure's table. Strings are ids of its columns; rows flagged `total` are not drawn except by `matrix`. */
export type Chart = LineChart | BarChart | StackedChart | MatrixChart | StepChart | DotChart;

/** One point a row (a month), up to 24, with natural limits; points beyond a limit are triangles. */
export interface LineChart {
  readonly kind: 'line';
  readonly value: string;
  /** Columns holding the limits that hold at each row; they may step where the process was re-based. */
  readonly limits?: { readonly low: string; readonly centre: string; readonly high: string };
}

/** One horizontal bar a row. */
export interface BarChart {
  readonly kind: 'bars';
  readonly value: string;
}

/** One bar a row, of up to four parts that make 100 %; `hatched` is the part that says "we do not know". */
export interface StackedChart {
  readonly kind: 'stacked';
  readonly parts: readonly string[];
  readonly hatched?: string;
  /** Column of ratios the first part should reach. */
  readonly target?: string;
}

/** The whole table as a grid, darker where more, with the numbers printed. */
export interface MatrixChart {
  readonly kind: 'matrix';
  /** What the columns are, over their labels. */
  readonly columnHeading: string;
}

/** Steps of a process, first to last, on one base line; `share` is printed beside the count. */
export interface StepChart {
  readonly kind: 'steps';
  readonly count: string;
  readonly share?: string;
}

/** Per row: a dot at the middle, a bar over the middle half (or an interval), a tick at the target. */
export interface DotChart {
  readonly kind: 'dots';
  readonly middle: string;
  readonly low: string;
  readonly high: string;
  readonly target?: string;
}

/** What stands in one place of a table. */
export type Cell = TextCell | NumberCell | RatioCell | HiddenCell | UnmeasuredCell;

export interface TextCell {
  readonly kind: 'text';
  readonly text: string;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A count, a rate or a duration, in whatever unit its column says. */
export interface NumberCell {
  readonly kind: 'number';
  readonly value: number;
  readonly text: string;
  readonly interval?: Interval;
}

/** A part of a whole: `value` is the fraction from 0 to 1, numerator over denominator. */
export interface RatioCell {
  readonly kind: 'ratio';
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly text: string;
  /** Fractions as well. */
  readonly interval?: Interval;
}

/** Withheld so that nobody is recognised. Carries no number at all, so no format can leak one. */
export interface HiddenCell {
  readonly kind: 'hidden';
}

/** Not known (yet): printed in words, never as 0. */
export interface UnmeasuredCell {
  readonly kind: 'unmeasured';
  /** In place of the document's word for it; never empty. */
  readonly text?: string;
}
