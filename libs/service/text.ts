import { IntlMessageFormat } from 'intl-messageformat';
import { formats } from './format.js';

/** Key → ICU message. Spanish is the whole; other languages may lack messages, never add any. */
export type Messages = Readonly<Record<string, string>>;

export type MessageValues = Readonly<Record<string, string | number | boolean>>;

/** A message, and the language it was found in (not always the one asked for: mark it with `lang`). */
export interface Said {
  readonly text: string;
  readonly lang: string;
}

/** How the reader wants it: the language of the words, and the locale of numbers and dates inside them. */
export interface Voice {
  readonly lang: string;
  /** Default `es-PE`. */
  readonly locale?: string;
}

export interface TextCatalogue<M extends Messages> {
  /** The languages there is at least one message in, Spanish first. */
  readonly languages: readonly string[];
  has(key: string): key is keyof M & string;
  text(voice: Voice, key: keyof M & string, values?: MessageValues): string;
  said(voice: Voice, key: keyof M & string, values?: MessageValues): Said;
  /** The keys this language has no message for. */
  missing(lang: string): readonly string[];
}

/**
 * Messages of one capability.
 *
 * Falls back message by message: the language asked for, its `fallbacks`, Spanish.
 * @param es every message, in Spanish
 * @param others language → the messages translated so far
 * @param fallbacks language → languages tried before Spanish
 */
export function catalogueOf<const M extends Messages>(
  es: M,
  others: Readonly<Record<string, { readonly [K in keyof M]?: string }>> = {},
  fallbacks: Readonly<Record<string, readonly string[]>> = {},
): TextCatalogue<M> {
  type Key = keyof M & string;
  const messages = new Map<string, Messages>([['es', es], ...(Object.entries(others) as [string, Messages][])]);
  const parsed = new Map<string, IntlMessageFormat>();

  const find = (asked: string, key: Key): readonly [lang: string, message: string] => {
    for (const lang of [asked, ...(fallbacks[asked] ?? [])]) {
      const message = messages.get(lang)?.[key];
      if (message !== undefined) return [lang, message];
    }
    return ['es', es[key] ?? key];
  };

  const said = ({ lang: asked, locale = 'es-PE' }: Voice, key: Key, values: MessageValues = {}): Said => {
    const [lang, message] = find(asked, key);
    const id = `${lang} ${locale} ${key}`;
    let format = parsed.get(id);
    if (format === undefined) {
      format = new IntlMessageFormat(message, [lang, 'es-PE'], undefined, { formatters: formattersOf(lang, locale) });
      parsed.set(id, format);
    }
    return { text: String(format.format(values)), lang };
  };

  return {
    languages: [...messages.keys()],
    has: (key): key is Key => Object.hasOwn(es, key),
    said,
    text: (voice, key, values) => said(voice, key, values).text,
    missing: (lang) => Object.keys(es).filter((key) => messages.get(lang)?.[key] === undefined),
  };
}

/** Words follow the language, numbers and dates the locale: the same Spanish is read with a point or a comma. */
function formattersOf(lang: string, locale: string) {
  return {
    getNumberFormat: (_: unknown, options?: object) => formats.number(locale, options),
    getDateTimeFormat: (_?: unknown, options?: Intl.DateTimeFormatOptions) => formats.date(locale, options),
    getPluralRules: (_?: unknown, options?: Intl.PluralRulesOptions) => formats.plural(lang, options),
  };
}

/**
 * The first language of an `Accept-Language` header that is among `supported`; otherwise the first of `supported`.
 * @param header `qu, es;q=0.8`; a tag counts by its first part (`es-BO` is `es`)
 */
export function negotiateLanguage(header: string | undefined, supported: readonly string[]): string {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const q = parameters.map((parameter) => /^\s*q=([0-9.]+)\s*$/.exec(parameter)?.[1]).find((text) => text);
      return { lang: tag.split('-')[0]?.toLowerCase() ?? '', q: q === undefined ? 1 : Number(q) };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  return wanted.find(({ lang }) => supported.includes(lang))?.lang ?? supported[0] ?? 'es';
}
