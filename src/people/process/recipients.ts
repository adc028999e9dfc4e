import { readFileSync } from 'node:fs';
import { ageSealed, linesOfAge } from '#vault';

/** The injection token of whom keys are put away for: public keys of age, or undefined. */
export const SEAL_RECIPIENTS = Symbol('seal recipients');

/**
 * `CHASKI_SEAL_RECIPIENTS`: a file with the public keys of age (`age1…`, one a line) of whoever orders seals, a prosecutor's
 * office or a court. Any of them can bring keys back.
 * @returns undefined where none is set: then seals are kept by the rules alone
 * @throws Error there is no such file, or one of its lines is no such key
 */
export function sealRecipientsFrom(env: Readonly<Record<string, string | undefined>>): readonly string[] | undefined {
  const path = env['CHASKI_SEAL_RECIPIENTS'];
  if (path === undefined || path === '') return undefined;
  const recipients = [...new Set(linesOfAge(readFileSync(path, 'utf8')))];
  ageSealed(recipients);
  return recipients;
}
