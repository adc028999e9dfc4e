import { invalid, verdict } from '#service';
import { filledIn } from '../../pages/pages.js';

/** The fields of a small form. @throws Problem 400 */
export function checked<T extends object>(dto: new () => T, body: unknown, absent: object = {}): T {
  const said = verdict(dto, { ...absent, ...filledIn(body) }, 'text');
  if ('errors' in said) throw invalid(said.errors);
  return said.value;
}
