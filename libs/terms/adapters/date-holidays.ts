import Holidays from 'date-holidays';
import type { Holiday } from '../calendar.js';

/**
 * The public holidays of a country in the years `from`…`to`, by day.
 *
 * They follow the rules known to the `date-holidays` package; days decreed once are not among them and come as overrides.
 * @param country ISO 3166-1 alpha-2
 * @param language of the names, ISO 639-1
 * @throws RangeError the package does not know the country
 */
export function nationalHolidays(
  country: string,
  years: { readonly from: number; readonly to: number },
  language = 'es',
): readonly Holiday[] {
  const known = new Holidays(country, { languages: language, types: ['public'] });
  if (!(country in known.getCountries())) throw new RangeError(`no holidays known for ${country}`);
  const days = new Map<string, Holiday>();
  for (let year = years.from; year <= years.to; year += 1) {
    for (const { date, name, type } of known.getHolidays(year)) {
      const day = date.slice(0, 10);
      if (type === 'public' && !days.has(day)) days.set(day, { date: day, name, source: 'date-holidays' });
    }
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}
