/**
 * The one place where numbers, days and instants become text for people.
 *
 * Every call ends its list of locales with `es-PE`: for a language the runtime does not know, it would otherwise fall
 * back, silently, to whatever the machine was set up with.
 */
const last = 'es-PE';

const known = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.PluralRules>();

function memo<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.PluralRules>(
  kind: string,
  locale: string,
  options: object | undefined,
  make: (locales: string[]) => T,
): T {
  const key = `${kind} ${locale} ${JSON.stringify(options)}`;
  let made = known.get(key) as T | undefined;
  if (made === undefined) {
    made = make([locale, last]);
    known.set(key, made);
  }
  return made;
}

/** Formatters for a locale, each falling back to `es-PE`; kept, because making one costs more than using it. */
export const formats = {
  number: (locale: string, options?: Intl.NumberFormatOptions) =>
    memo('number', locale, options, (locales) => new Intl.NumberFormat(locales, options)),
  date: (locale: string, options?: Intl.DateTimeFormatOptions) =>
    memo('date', locale, options, (locales) => new Intl.DateTimeFormat(locales, options)),
  plural: (locale: string, options?: Intl.PluralRulesOptions) =>
    memo('plural', locale, options, (locales) => new Intl.PluralRules(locales, options)),
};

/** `1234.5` → `1,234.5` in es-PE, `1.234,5` in es-BO. */
export function formatNumber(value: number | bigint, locale: string, options?: Intl.NumberFormatOptions): string {
  return formats.number(locale, options).format(value);
}

/**
 * A calendar day, in no time zone: `2026-03-09` → `9 de marzo de 2026`.
 * @param day ISO 8601, `YYYY-MM-DD`
 */
export function formatDate(
  day: string,
  locale: string,
  options: Intl.DateTimeFormatOptions = { dateStyle: 'long' },
): string {
  return formats.date(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/**
 * An instant as the clock on the wall of `zone` showed it.
 * @param instant ISO 8601 with an offset
 * @param zone IANA name, `America/Lima`
 */
export function formatInstant(
  instant: string,
  locale: string,
  zone: string,
  options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' },
): string {
  return formats.date(locale, { ...options, timeZone: zone }).format(new Date(instant));
}
