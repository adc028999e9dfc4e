import { label, referralStepLists } from '../../pages/labels.js';
import { when } from '../../pages/time.js';
import type { Happening } from '../views/case-history.js';
import type { ReferralOfCase } from '../views/referrals-of-case.js';
import { stepName } from './steps.js';
import { sayIf } from './words.js';

/** A sentence of a case's story. */
export interface Sentence {
  readonly at: string;
  readonly position: string;
  readonly text: string;
}

type Name = (code: string) => string;

/**
 * The story of a case and of its referrals, newest first.
 * @param stops what each rule's clock waits for
 */
export function story(
  happenings: readonly Happening[],
  referrals: readonly ReferralOfCase[],
  stops: ReadonlyMap<string, string>,
  name: Name,
): readonly Sentence[] {
  const own = happenings.map((each) => ({
    at: each.effectiveAt,
    position: each.position,
    text: told(each, stops, name),
  }));
  const handed = referrals.flatMap((referral) => handedOn(referral, name));
  return [...own, ...handed].sort((a, b) => (a.at === b.at ? order(b.position, a.position) : order(b.at, a.at)));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The institutions a story names. */
export const namedIn = (happenings: readonly Happening[], referrals: readonly ReferralOfCase[]): readonly string[] => [
  ...happenings.flatMap(({ words }) => [words['institution'] ?? '', words['court'] ?? '', words['to'] ?? '']),
  ...referrals.flatMap(({ from, to, legs }) => [from, to, ...legs.map((leg) => leg.to)]),
];

function told({ type, words }: Happening, stops: ReadonlyMap<string, string>, name: Name): string {
  const kind = words['granted'] ?? words['role'];
  const key = kind === undefined ? `did.${type}` : `did.${type}.${kind}`;
  const coded = (list: string | readonly string[], field: string) => label(list, words[field] ?? '').toLowerCase();
  return sayIf(key, type, {
    institution: name(words['institution'] ?? ''),
    court: name(words['court'] ?? ''),
    condition: coded(['conditions', 'trackConditions'], 'condition'),
    reparation: coded('reparationSteps', 'reparation'),
    entry: entryLabel(words['entry'] ?? ''),
    level: coded('riskLevels', 'level'),
    step: stepName(words['step'] ?? stops.get(words['rule'] ?? '') ?? '').toLowerCase(),
    wasDue: words['wasDue'] === undefined ? '' : when(words['wasDue']),
    due: words['due'] === undefined ? '' : when(words['due']),
    service: coded('services', 'service'),
    reason: coded('closingReasons', 'reason'),
    reopening: coded('reopeningReasons', 'reopening'),
    transfer: coded('transferReasons', 'transfer'),
    to: name(words['to'] ?? ''),
    measure: coded('protectiveMeasures', 'measure'),
    measureStep: coded('measureSteps', 'measureStep'),
    ending: coded('measureEndings', 'ending'),
    until: words['until'] ?? '',
    nights: words['nights'] ?? '',
    measures: (words['measures'] ?? '')
      .split(' ')
      .map((measure) => label('protectiveMeasures', measure).toLowerCase())
      .join('; '),
  });
}

/** How a person came; the doors are in two lists. */
export function entryLabel(entry: string): string {
  const door = label('entryDoors', entry);
  return door === entry ? label('networkDoors', entry) : door;
}

/** The steps of a referral, each of whoever had it then. */
function handedOn({ code, from, to, legs, steps }: ReferralOfCase, name: Name): readonly Sentence[] {
  let leg = 0;
  return steps.map(({ type, at, position, code: reason = '' }) => {
    if (type === 'ReferralRerouted') leg += 1;
    const why = label(referralStepLists[type] ?? '', reason).toLowerCase();
    const whose = { code, from: name(from), to: name(legs[leg]?.to ?? to), why };
    return { at, position, text: sayIf(`ref.${type}`, type, whose) };
  });
}
