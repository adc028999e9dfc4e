import type { Cell, HiddenCell, Interval, NumberCell, RatioCell, TextCell, UnmeasuredCell, Words } from './model.js';

/** What is printed where a value is withheld, in every format. */
export const hiddenMark = '··';

export const hidden: HiddenCell = { kind: 'hidden' };
export const unmeasured: UnmeasuredCell = { kind: 'unmeasured' };
export const text = (value: string): TextCell => ({ kind: 'text', text: value });

const formats = new Map<string, Intl.NumberFormat>();

/** Formats numbers for a locale. The fallback keeps a tag the runtime does not know from turning into English. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  // Making one costs more than using it a hundred times.
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (format === undefined) formats.set(key, (format = new Intl.NumberFormat([locale, 'es-PE'], options)));
  return format;
}

/**
 * A number with its text made for `locale`.
 * @throws RangeError when it is not finite: use `unmeasured`
 */
export function number(
  value: number,
  locale: string,
  options?: Intl.NumberFormatOptions & { readonly interval?: Interval },
): NumberCell {
  if (!Number.isFinite(value)) throw new RangeError('a number cell needs a finite number');
  // A difference may come out as −0, which would be printed with its sign.
  const plain = value === 0 ? 0 : value;
  const printed = numberFormat(locale, options).format(plain);
  return { kind: 'number', value: plain, text: printed, ...(options?.interval && { interval: options.interval }) };
}

/**
 * A part of a whole as a percentage for `locale`; pass `text` to print it another way ("7 of 11").
 * @throws RangeError when the whole is not positive: use `unmeasured`
 */
export function ratio(
  numerator: number,
  denominator: number,
  locale: string,
  options: { readonly text?: string; readonly interval?: Interval } = {},
): RatioCell {
  if (!(denominator > 0) || !Number.isFinite(numerator)) throw new RangeError('a ratio cell needs a positive whole');
  const value = numerator / denominator;
  const printed = options.text ?? numberFormat(locale, { style: 'percent' }).format(value);
  return {
    kind: 'ratio',
    value,
    numerator,
    denominator,
    text: printed,
    ...(options.interval && { interval: options.interval }),
  };
}

/** The words a cell is printed with. */
export function cellText(cell: Cell, words: Pick<Words, 'unmeasured'>): string {
  switch (cell.kind) {
    case 'hidden':
      return hiddenMark;
    case 'unmeasured':
      return cell.text ?? words.unmeasured;
    case 'text':
    case 'number':
    case 'ratio':
      return cell.text;
  }
}

/** Whether a chart may draw it. */
export const isMeasured = (cell: Cell | undefined): cell is NumberCell | RatioCell =>
  cell?.kind === 'number' || cell?.kind === 'ratio';
