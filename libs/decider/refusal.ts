/** Why a rule said no. The HTTP layer turns `illegal` into 409, `invalid` into 422, `unknown` into 404. */
export type RefusalKind = 'illegal' | 'invalid' | 'unknown';

/**
 * A rule said no: an expected answer, not a fault.
 *
 * `code` is stable and belongs to the API (`referral/not-addressee`); catalogues hold its wording.
 * `allowed` names the steps that would be accepted now. No field may carry personal data.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly detail: string,
    readonly kind: RefusalKind = 'illegal',
    readonly allowed?: readonly string[],
  ) {
    super(`${code}: ${detail}`);
    this.name = 'Refusal';
  }
}
