import { invalid, verdict } from '#service';
import { filledIn } from '../../pages/pages.js';

/** The fields of a form; one left blank was not filled in. @throws Problem 400 */
export function checked<T extends object>(dto: new () => T, body: unknown): T {
  const filled = Object.entries(filledIn(body)).filter(([, value]) => value !== '');
  const said = verdict(dto, Object.fromEntries(filled), 'text');
  if ('errors' in said) throw invalid(said.errors);
  return said.value;
}
