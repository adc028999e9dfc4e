import { invalid, Problem, problemOf, type ProblemText, verdict } from '#service';
import { fieldName } from './field-words.js';
import { filledIn, inWords } from './pages.js';
import type { Errors, Filled } from './parts.js';

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

/** A form that comes back to whoever sent it: what was filled in, and what is wrong with it. */
export interface Again {
  /** Which form of its page it is: what the ids of its fields begin with. Left out where the page has one. */
  readonly within?: string;
  readonly filled: Filled;
  readonly errors: Errors;
}

/** Refusals that are about a field, by their code: the field, and what is said beside it. */
export type AboutFields = Readonly<Record<string, readonly [field: string, message: string]>>;

/** The same in the words a capability has for its refusals. */
export const aboutFields = (problems: readonly ProblemText[], fields: Readonly<Record<string, string>>): AboutFields =>
  Object.fromEntries(
    problems.flatMap(({ code, es }) => {
      const field = fields[code];
      return field === undefined ? [] : [[code, [field, `${es.title}. ${es.detail}`] as const]];
    }),
  );

/**
 * Takes a form. What is wrong with a field is said beside it on the page it was sent from, with everything else as it was
 * filled in: on a phone nobody types it twice. A field left blank was not filled in.
 * @param about refusals of `act` that are about a field
 * @param absent what stands where the form says nothing: browsers send no box that nobody ticked
 * @param show answers with that page and this status
 * @throws whatever `act` throws that is about no field
 */
export async function takeForm<T extends object>(
  form: new () => T,
  body: unknown,
  taking: {
    readonly within?: string;
    readonly about?: AboutFields;
    readonly absent?: object;
    readonly show: (again: Again, status: number) => Promise<void>;
  },
  act: (fields: T) => Promise<void>,
): Promise<void> {
  const { within, about = {}, absent, show } = taking;
  const filled = filledIn(body);
  const again = (errors: Errors): Again => ({ filled, errors, ...(within === undefined ? {} : { within }) });
  const given = Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== ''));
  const said = verdict(form, { ...absent, ...given }, 'text');
  if ('errors' in said) return show(again(inWords(said.errors)), 422);
  try {
    await act(said.value);
  } catch (error) {
    const { code, status } = problemOf(error);
    const wrong = Object.hasOwn(about, code) ? about[code] : undefined;
    if (wrong === undefined) throw error;
    await show(again(new Map([wrong])), status);
  }
}

const untouched: Pick<Again, 'filled' | 'errors'> = { filled: {}, errors: new Map() };

/** What one form of a page shows: what came back, where it is the one that was sent. */
export function ofForm(again: Again | undefined, within?: string): Pick<Again, 'filled' | 'errors'> {
  if (again === undefined || again.within !== within) return untouched;
  const { filled, errors } = again;
  return { filled, errors };
}

/** What is wrong, for the summary at the top of a form: each with the name of its field. */
export const summaryOf = (errors: Errors): Errors =>
  new Map([...errors].map(([field, message]) => [field, `${fieldName(`/${field}`)}: ${message}`]));

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
