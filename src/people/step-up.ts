import type { Identity } from '#service';

/** What somebody must have proved, and how lately, before a step that cannot be taken back (RFC 9470). */
export interface StepUp {
  /** Seconds since they signed in. */
  readonly maxAge: number;
  /** How they signed in, in the provider's words: any of these; empty: in any way. */
  readonly acr: readonly string[];
}

/** Five minutes: no norm says how many; a shared desk is left for longer than that. */
const maxAge = 300;

/** What stands between quotes in a header, without quotes, and is separated by spaces. */
const value = /^[\x21\x23-\x5b\x5d-\x7e]+$/;

/**
 * `CHASKI_OIDC_ACR`: how one must have signed in before such a step, as the provider calls it; several with spaces between.
 * @throws RangeError not what a provider may call it
 */
export function stepUpFrom(env: Readonly<Record<string, string | undefined>>): StepUp {
  const acr = (env['CHASKI_OIDC_ACR'] ?? '').split(' ').filter((each) => each !== '');
  if (!acr.every((each) => value.test(each))) throw new RangeError('CHASKI_OIDC_ACR: nombres sin comillas ni tildes');
  return { maxAge, acr };
}

/** Seconds by which the provider's clock may be ahead of ours. */
const ahead = 5;

/**
 * Whether this proof is enough. One whose time the provider does not say never is.
 * @param now milliseconds
 */
export function isEnough({ authTime, acr = '' }: Identity, needed: StepUp, now: number): boolean {
  if (authTime === undefined) return false;
  const age = now / 1_000 - authTime;
  return age >= -ahead && age <= needed.maxAge && (needed.acr.length === 0 || needed.acr.includes(acr));
}

/** What whoever brings a token is told to bring instead: the value of `WWW-Authenticate`. */
export const stepUpChallenge = ({ maxAge: age, acr }: StepUp): string =>
  [
    'Bearer error="insufficient_user_authentication"',
    'error_description="a more recent or stronger sign-in is needed"',
    `max_age="${age}"`,
    ...(acr.length === 0 ? [] : [`acr_values="${acr.join(' ')}"`]),
  ].join(', ');
