import { projection, type Seen } from '#projection';
import { type EnrolmentFacts, enrolmentFacts } from '../published/enrolment-facts.js';
import { localMonth } from './local-month.js';

/** What happened in the programme of one centre in one month. */
export interface ReeducationMonth {
  readonly country: string;
  readonly institution: string;
  readonly district: string;
  readonly month: string;
  /** How somebody came, what became of a session, what a court was told, how it ended, and what was late. */
  readonly counts: Readonly<Record<string, number>>;
}

type Fact = Seen<EnrolmentFacts>;

const monthOf = (fact: Fact): string => localMonth(fact, fact.data.country);

function counting(month: ReeducationMonth, fact: Fact, ...steps: readonly (readonly [name: string, by: number])[]) {
  const { country, institution, district } = fact.data;
  const counts: Record<string, number> = { ...month.counts };
  for (const [name, by] of steps) counts[name] = (counts[name] ?? 0) + by;
  return { country, institution, district, month: monthOf(fact), counts };
}

/** What was recorded of a session stands in the month in which it was recorded; a correction takes back what it corrects. */
export const reeducationMonths = projection<EnrolmentFacts, ReeducationMonth>({
  name: 'reeducation-months',
  version: 2,
  events: enrolmentFacts,
  key: (fact) => `${fact.data.institution}/${monthOf(fact)}`,
  empty: () => ({ country: '', institution: '', district: '', month: '', counts: {} }),
  on: {
    'EnrolmentOpened.v1': (month, fact) => counting(month, fact, [`entry/${fact.data.entry}`, 1]),
    'IntakeHeld.v1': (month, fact) => counting(month, fact, ['begun', 1]),
    'EnrolmentSessionRecorded.v1': (month, fact) => {
      const { result, was } = fact.data;
      const corrected = was === undefined ? [] : [[`session/${was}`, -1] as const];
      return counting(month, fact, [`session/${result}`, 1], ...corrected);
    },
    'CourtReportSent.v1': (month, fact) => counting(month, fact, [`report/${fact.data.kind}`, 1]),
    'EnrolmentEnded.v1': (month, fact) => counting(month, fact, [`end/${fact.data.how}`, 1]),
    'EnrolmentDeadlineMissed.v1': (month, fact) => counting(month, fact, [`late/${fact.data.waitsFor}`, 1]),
  },
  index: ({ country, month }) => [[`country/${country}`, month]],
});
