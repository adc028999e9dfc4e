/**
 * Who gets which answer from the routes that name a case or a referral, by hand, from what the README of people and the
 * stories beside this say in words. It knows nothing of the policies.
 */

export const states = ['open', 'closed', 'sealed', 'erased'] as const;
export type State = (typeof states)[number];

/** What the handed-over referral of a case is by now, to the institution it was handed to. */
export const handovers = ['live', 'expired', 'withdrawn'] as const;
export type Handover = (typeof handovers)[number];

/** Who calls, by their role and by what their institution is to the case. */
export type Who =
  | 'worker of the owner'
  | 'supervisor of the owner'
  | 'worker of a live party'
  | 'worker of an expired party'
  | 'worker of a withdrawn party'
  | 'worker of no party'
  | 'coordinator'
  | 'board member'
  | 'auditor'
  | 'data officer'
  | 'administrator'
  | 'evaluator';

/** Somebody who calls, and the case they call about: all of them are cases of the counter's institution. */
export interface Calling {
  readonly who: Who;
  readonly code: string;
  readonly of: Handover;
}

export const calling = (
  [
    ['worker of the owner', 'counter', 'live'],
    ['supervisor of the owner', 'chief', 'live'],
    ['worker of a live party', 'centre', 'live'],
    ['worker of an expired party', 'centre', 'expired'],
    ['worker of a withdrawn party', 'centre', 'withdrawn'],
    ['worker of no party', 'doctor', 'live'],
    ['coordinator', 'leader', 'live'],
    ['board member', 'member', 'live'],
    ['auditor', 'auditor', 'live'],
    ['data officer', 'officer', 'live'],
    ['administrator', 'admin', 'live'],
    ['evaluator', 'evaluator', 'live'],
  ] as const satisfies readonly (readonly [Who, string, Handover])[]
).map(([who, code, of]): Calling => ({ who, code, of }));

/** Let through to the desk, or the status they are refused with: never 403, which would say that there is something. */
export type Expected = 'allowed' | 404 | 410 | 423;
type Row = readonly [open: Expected, closed: Expected, sealed: Expected, erased: Expected];

/** Closing hides nothing; that it is sealed is told to those it was open to; that there was an erased one still shows. */
const sees: Row = ['allowed', 'allowed', 423, 'allowed'];
/** The same, but nothing is added to what was erased. */
const works: Row = ['allowed', 'allowed', 423, 410];
/** They see the case, but not this of it; once it is sealed they are told that, as everybody it was open to. */
const seesOther: Row = [404, 404, 423, 404];
/** Not the case, only who looked at it; so a sealed one is not there for them. */
const oversees: Row = ['allowed', 'allowed', 404, 'allowed'];

const answering = (row: Row) => ({ 'worker of the owner': row, 'supervisor of the owner': row });
const living = (row: Row) => ({ ...answering(row), 'worker of a live party': row });
/** Both ends keep the referral as their own record, also when the case is no longer theirs to see. */
const ends = (row: Row) => ({
  ...living(row),
  'worker of an expired party': row,
  'worker of a withdrawn party': row,
});

/** What is done → who → the answer in each state. Whoever is not named cannot tell it from what is not there: 404. */
const rules = {
  readCase: living(sees),
  workOnCase: living(works),
  declareConflict: living(sees),
  seeReads: { ...answering(sees), 'worker of a live party': seesOther, 'data officer': oversees },
  openShelter: { ...answering(sees), 'worker of a live party': seesOther },
  liftConflict: { ...answering(sees), 'worker of a live party': seesOther, 'data officer': oversees },
  readReferral: ends(sees),
  workOnReferral: ends(works),
} satisfies Readonly<Record<string, Readonly<Partial<Record<Who, Row>>>>>;
export type Action = keyof typeof rules;

export function expected(action: Action, who: Who, state: State): Expected {
  const rule: Readonly<Partial<Record<Who, Row>>> = rules[action];
  return rule[who]?.[states.indexOf(state)] ?? 404;
}

/** What is named by the id after it, by how a path begins. */
const named: Readonly<Record<string, 'case' | 'referral'>> = {
  'api/cases': 'case',
  casos: 'case',
  'api/referrals': 'referral',
  derivaciones: 'referral',
  'fhir/ServiceRequest': 'referral',
};

/** What a route does, told from its address alone, so that a wrong row of the server's own table is found out. */
export function doing(route: string): { readonly on: 'case' | 'referral'; readonly action: Action } | undefined {
  const [, method, path = '', below = ''] = /^(\w+) \/(.+?)\/:id(\/.*)?$/.exec(route) ?? [];
  const on = named[path];
  if (on === undefined) return undefined;
  const reads = method === 'GET';
  if (on === 'referral') return { on, action: reads ? 'readReferral' : 'workOnReferral' };
  if (below === '/reads' || below === '/lecturas') return { on, action: 'seeReads' };
  if (reads && below === '/shelter-place') return { on, action: 'openShelter' };
  if (/^\/conflict(s|os)/.test(below)) {
    return { on, action: reads || below.includes('/:code') ? 'liftConflict' : 'declareConflict' };
  }
  return { on, action: reads ? 'readCase' : 'workOnCase' };
}
