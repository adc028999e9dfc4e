import { type DatedRule, type Deadline, RuleBook } from '#terms';
import { jurisdiction } from '../jurisdictions.js';
import { businessDays } from '../rows.js';

/** What a norm says of a request beside its term. */
interface RequestRule {
  /** The norm was not found, or gives no number: the network's own value, to warn by. */
  readonly policy?: boolean;
}

const request = { trigger: 'request-received', stop: 'request-answered', actor: 'DATA_OFFICER', version: 1 } as const;

const peruvian = {
  ...request,
  jurisdiction: 'PE',
  validFrom: '2025-03-30',
  norm: 'Ley 29733 y su reglamento (DS 016-2024-JUS)',
  legalRef: 'reglamento, plazos de respuesta',
  verified: false,
  value: {},
} as const;

/** Before the regulation of 2024 its predecessor held; days before 2015 have no calendar here. */
const before2025 = {
  ...peruvian,
  validFrom: '2015-01-01',
  validTo: '2025-03-29',
  norm: 'Ley 29733 y su reglamento (DS 003-2013-JUS)',
  legalRef: 'reglamento art. 55',
} as const;

const unread = 'General knowledge; the text was not read. Whether the days are working days was not checked.';
const unread2024 = `${unread} Taken to be the terms of the regulation before it.`;

const others = { right: ['RECTIFICATION', 'CANCELLATION', 'OPPOSITION'] };

const peruRequests: readonly DatedRule<RequestRule>[] = [
  { ...before2025, id: 'PE-D01a', condition: { right: ['ACCESS'] }, term: businessDays(20), source: unread },
  { ...before2025, id: 'PE-D02a', condition: others, term: businessDays(10), source: unread },
  { ...peruvian, id: 'PE-D01b', condition: { right: ['ACCESS'] }, term: businessDays(20), source: unread2024 },
  { ...peruvian, id: 'PE-D02b', condition: others, term: businessDays(10), source: unread2024 },
];

/** Bolivia has the right in its constitution, and no term for whoever is asked. */
const boliviaRequests: readonly DatedRule<RequestRule>[] = [
  {
    ...request,
    id: 'BO-D01',
    jurisdiction: 'BO',
    validFrom: '2015-01-01',
    norm: 'Constitución Política del Estado',
    legalRef: 'arts. 130 y 131 (acción de protección de privacidad)',
    verified: false,
    source: 'The constitution gives an action before a judge; no term for an answer was found. The number is our own.',
    term: businessDays(10),
    value: { policy: true },
  },
];

/** A book of rules for each country, with the free days that are adopted there now. */
export function books<T>(rows: readonly DatedRule<T>[]): (country: string) => RuleBook<T> {
  const made = new Map<string, RuleBook<T>>();
  return (country) => {
    const { id, calendar } = jurisdiction(country);
    const known = made.get(id);
    // A deployment may have adopted other free days since.
    if (known?.calendar === calendar) return known;
    const book = new RuleBook(
      rows.filter((row) => row.jurisdiction === id),
      calendar,
    );
    made.set(id, book);
    return book;
  };
}

/** How long whoever is asked has to answer a person about their data. */
export const requestRules = books([...peruRequests, ...boliviaRequests]);

/** The clock of a request; undefined where no row covers the day. */
export const requestDeadline = (country: string, right: string, at: string): Deadline<RequestRule> | undefined =>
  requestRules(country).select('request-received', at, { right });
