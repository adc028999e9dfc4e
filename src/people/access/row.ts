import type { ListCode } from './lists.js';
import type { CaseAction, OfficeAction, OpenAction, Purpose, ReferralAction } from './vocabulary.js';

/** What a route does, and how what it is done to is found: a row of the table that says who may call what. */
export type RouteRow = {
  readonly route: string;
  readonly purpose?: Purpose;
  /** It cannot be taken back, or shows much: whoever does it has just signed in, where people sign in at all. */
  readonly confirmed?: true;
  /** It shows cases, referrals or persons line by line: the list that is on record before each answer. */
  readonly lists?: ListCode;
} & (
  | { readonly on: 'public' }
  /** Nobody's data: any of theirs is looked for by the desk, which asks again. */
  | {
      readonly on: 'office';
      readonly action: OfficeAction;
      readonly hidden?: true;
      /** Where a parameter of the path has this value, this is done instead. */
      readonly where?: { readonly parameter: string; readonly is: string; readonly action: OfficeAction };
    }
  /** The institution that a parameter of the path names. */
  | { readonly on: 'institution'; readonly action: OfficeAction; readonly parameter: string }
  | { readonly on: 'case'; readonly action: CaseAction | OpenAction; readonly parameter: string }
  | { readonly on: 'referral'; readonly action: ReferralAction; readonly parameter: string }
);

/** Routes that need nobody to be known. */
export const open = (...routes: readonly string[]): readonly RouteRow[] =>
  routes.map((route) => ({ route, on: 'public' }));

/** Routes that touch nobody's data by themselves. */
export const office = (
  action: OfficeAction,
  routes: readonly string[],
  more: Pick<Extract<RouteRow, { on: 'office' }>, 'purpose' | 'hidden' | 'where'> = {},
): readonly RouteRow[] => routes.map((route) => ({ route, on: 'office', action, ...more }));

/** Routes about the institution whose code is in the path. */
export const institution = (action: OfficeAction, parameter: string, routes: readonly string[]): readonly RouteRow[] =>
  routes.map((route) => ({ route, on: 'institution', action, parameter }));

/** Routes about the case whose id is in the path. */
export const aCase = (
  action: CaseAction | OpenAction,
  routes: readonly string[],
  parameter = 'id',
): readonly RouteRow[] => routes.map((route) => ({ route, on: 'case', action, parameter }));

/** Routes about the referral whose id is in the path. */
export const aReferral = (action: ReferralAction, routes: readonly string[], parameter = 'id'): readonly RouteRow[] =>
  routes.map((route) => ({ route, on: 'referral', action, parameter }));

/** The same routes, for whoever has just confirmed who they are. */
export const confirmed = (rows: readonly RouteRow[]): readonly RouteRow[] =>
  rows.map((row) => ({ ...row, confirmed: true }));

/** The same routes, which answer with a list. */
export const listing = (lists: ListCode, rows: readonly RouteRow[]): readonly RouteRow[] =>
  rows.map((row) => ({ ...row, lists }));
