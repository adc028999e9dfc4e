import {
  type Cell,
  hidden as hiddenCell,
  number,
  numberFormat,
  ratio,
  text,
  unmeasured as unmeasuredCell,
} from '#document';
import { jurisdiction, labelOf } from '../../protocol/index.js';
import type { Figures, FigureTable, Value } from '../domain/model.js';
import { wilson } from '../domain/statistics.js';
import { RuleWords } from './rules.js';
import type { ReportWords } from './words.js';

/** Below this many, a share is printed as `7 de 11`, never as a percentage. */
const percentFrom = 20;

/** Puts figures into words and cells: the only place where a code becomes a name and a number becomes text. */
export class Labels {
  readonly locale: string;
  readonly #zone: string;
  readonly rules: RuleWords;
  readonly #formats = new Map<string, Intl.DateTimeFormat>();

  constructor(
    readonly figures: Figures,
    readonly words: ReportWords,
  ) {
    const { locale, zone } = jurisdiction(figures.board.country);
    this.locale = locale;
    this.#zone = zone;
    this.rules = new RuleWords(figures, words.unchecked);
  }

  /** `octubre de 2025`. */
  month(month: string): string {
    return this.#date(`${month}-15T12:00:00Z`, { month: 'long', year: 'numeric' });
  }

  /** `oct. 25`: for axes and tables. */
  shortMonth(month: string): string {
    return this.#date(`${month}-15T12:00:00Z`, { month: 'short', year: '2-digit' });
  }

  /** Local date and time. */
  instant(instant: string): string {
    return this.#date(instant, { dateStyle: 'long', timeStyle: 'short', timeZone: this.#zone });
  }

  /** A day `YYYY-MM-DD` as people write it. */
  date(day: string): string {
    return this.#date(`${day}T12:00:00Z`, { day: 'numeric', month: 'short', year: 'numeric' });
  }

  /** Local date `YYYY-MM-DD`. */
  day(instant: string): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone: this.#zone, dateStyle: 'short' }).format(new Date(instant));
  }

  #date(instant: string, options: Intl.DateTimeFormatOptions): string {
    const key = JSON.stringify(options);
    let format = this.#formats.get(key);
    if (format === undefined) {
      format = new Intl.DateTimeFormat([this.locale, 'es-PE'], { timeZone: 'UTC', ...options });
      this.#formats.set(key, format);
    }
    return format.format(new Date(instant));
  }

  /** The name of a code in its list; a code the list does not have is printed as it is. */
  code(list: string, code: string): string {
    const found = jurisdiction(this.figures.board.country).codes[list];
    return found?.entries.some((entry) => entry.code === code) === true
      ? labelOf(found, code)
      : (this.words.rows[code] ?? code);
  }

  institution(id: string): string {
    return this.figures.names[id] ?? this.words.rows[id] ?? id;
  }

  rule(key: string): string {
    return this.rules.row(key);
  }

  count(value: number): string {
    return numberFormat(this.locale).format(value);
  }

  percent(value: Value): string {
    const cell = this.cell(value, 'ratio');
    return 'text' in cell && cell.text !== undefined ? cell.text : '';
  }

  /** A value as a cell. `ratio`: a share with its interval; `rate` and `hours`: one decimal or two. */
  cell(value: Value, as: 'count' | 'ratio' | 'rate' | 'hours' | 'yes-no' = 'count'): Cell {
    if (value.status === 'hidden') return hiddenCell;
    if (value.status === 'unmeasured') {
      return value.because === undefined
        ? unmeasuredCell
        : { ...unmeasuredCell, text: this.words.because[value.because] };
    }
    if (as === 'yes-no') return text(value.value === 1 ? this.words.yes : this.words.no);
    const { numerator, denominator } = value;
    if (as === 'ratio' && numerator !== null && denominator !== null) {
      const whole = numerator === denominator;
      if (denominator < percentFrom) {
        return ratio(numerator, denominator, this.locale, {
          text: this.words.of(this.count(numerator), this.count(denominator)),
        });
      }
      return ratio(numerator, denominator, this.locale, whole ? {} : { interval: wilson(numerator, denominator) });
    }
    const digits = as === 'rate' ? 2 : as === 'hours' ? 1 : 0;
    return number(value.value, this.locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  }
}

/** The value at a row and column of a figure table. */
export function at(table: FigureTable | undefined, row: string, column: string): Value | undefined {
  const index = table?.columns.indexOf(column) ?? -1;
  return table?.rows.find(({ id }) => id === row)?.cells[index];
}
