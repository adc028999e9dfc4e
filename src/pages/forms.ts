import { invalid, Problem, verdict } from '#service';
import { filledIn } from './pages.js';

/**
 * The fields of a small form, as its class says they are.
 * @param absent what stands where the form says nothing: browsers send no box that nobody ticked
 * @throws Problem 400
 */
export function checked<T extends object>(form: new () => T, body: unknown, absent: object = {}): T {
  const said = verdict(form, { ...absent, ...filledIn(body) }, 'text');
  if ('errors' in said) throw invalid(said.errors);
  return said.value;
}

/** An amount as people write it, in cents: `1250.5` → 125050. */
export function centsOf(written: string): number {
  const [whole = '0', part = ''] = written.split(/[.,]/u);
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

/**
 * What a form does, of a table by the paths forms are sent to.
 * @throws Problem 404 there is no such form
 */
export function actOf<T>(table: Readonly<Record<string, T>>, path: string): T {
  const act = Object.hasOwn(table, path) ? table[path] : undefined;
  if (act === undefined) throw new Problem(404, 'not-found');
  return act;
}
