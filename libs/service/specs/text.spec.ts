import { catalogueOf, formatDate, formatInstant, formatNumber, negotiateLanguage } from '../index.js';

const texts = catalogueOf(
  {
    boxes: '{count, plural, one {# caja} other {# cajas}}',
    rate: 'Tasa: {rate, number}',
    hello: 'Hola',
  },
  { qu: { boxes: '{count, plural, other {# rikuy}}' }, quz: { hello: 'Napaykullayki' }, en: { hello: 'Hello' } },
  { quz: ['qu'] },
);

describe('A catalogue', () => {
  it('falls back message by message, and says to what', () => {
    expect(texts.said({ lang: 'quz' }, 'hello')).toEqual({ text: 'Napaykullayki', lang: 'quz' });
    expect(texts.said({ lang: 'quz' }, 'boxes', { count: 2 })).toEqual({ text: '2 rikuy', lang: 'qu' });
    expect(texts.said({ lang: 'quz' }, 'rate', { rate: 1 })).toEqual({ text: 'Tasa: 1', lang: 'es' });
    expect(texts.said({ lang: 'ay' }, 'hello')).toEqual({ text: 'Hola', lang: 'es' });
  });

  it('counts as the language does, and writes numbers as the country does', () => {
    const say = (locale: string, rate: number) => texts.text({ lang: 'es', locale }, 'rate', { rate });
    expect(say('es-PE', 12345.6)).toBe('Tasa: 12,345.6');
    expect(say('es-BO', 12345.6)).toBe('Tasa: 12.345,6');
    expect(texts.text({ lang: 'es' }, 'boxes', { count: 1 })).toBe('1 caja');
    expect(texts.text({ lang: 'es' }, 'boxes', { count: 2 })).toBe('2 cajas');
  });

  it('knows what is not translated yet', () => {
    expect(texts.languages).toEqual(['es', 'qu', 'quz', 'en']);
    expect(texts.missing('en')).toEqual(['boxes', 'rate']);
    expect(texts.has('hello')).toBe(true);
    expect(texts.has('toString')).toBe(false);
  });
});

describe('Numbers and dates', () => {
  it('never fall back to the language of the machine', () => {
    expect(formatNumber(1234.5, 'ay')).toBe(formatNumber(1234.5, 'es-PE'));
    expect(formatDate('2026-03-09', 'ay')).toBe('9 de marzo de 2026');
  });

  it('keep a day a day, and show an instant as the clock on the wall did', () => {
    expect(formatDate('2026-01-01', 'es-PE')).toBe('1 de enero de 2026');
    expect(formatInstant('2026-03-09T03:30:00.000Z', 'es-PE', 'America/Lima')).toMatch(/^8 mar\. 2026.*10:30/);
  });
});

describe('The language of the answer', () => {
  it.each([
    ['en-GB, es;q=0.9', 'en'],
    ['fr, es;q=0.5, en;q=0.8', 'en'],
    ['es-BO', 'es'],
    ['en;q=0, fr', 'es'],
    [undefined, 'es'],
  ])('for %j is %s', (header, lang) => {
    expect(negotiateLanguage(header, ['es', 'en'])).toBe(lang);
  });
});
