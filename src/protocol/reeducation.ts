import { deriveId } from '#decider';
import { type DatedRule, dueAt, endOfDay, RuleBook } from '#terms';
import type { Clock } from './clock.js';
import type { StepRule } from './jurisdiction.js';
import { jurisdiction } from './jurisdictions.js';
import { businessDays, months } from './rows.js';
import { ladderOf } from './use.js';

/** What starts and stops the clocks of a participant's file, and what people call the step. They are no case's milestones. */
export const reeducationSteps = {
  'programme-ordered': 'Recibir la orden del juzgado',
  'programme-begun': 'Empezar el programa',
  'progress-owed': 'Empieza un período de informe',
  'progress-reported': 'Informar el avance al juzgado',
  'absences-reached': 'Llegar al límite de faltas',
  'non-compliance-reported': 'Informar el incumplimiento al juzgado',
  'programme-ended': 'Terminar el programa',
  'end-reported': 'Informar el final al juzgado',
} as const;

export type ReeducationStep = keyof typeof reeducationSteps;

/** Who runs such programmes, by country: institution types of the jurisdiction. */
const kinds: Readonly<Record<string, readonly string[]>> = { PE: ['CAI'], BO: ['REEDUCATION'] };

/** Which courts may order them, by country. */
const courts: Readonly<Record<string, readonly string[]>> = {
  PE: ['FAMILY_COURT', 'JUSTICE_OF_PEACE_LEGAL', 'JUSTICE_OF_PEACE'],
  BO: ['COURT'],
};

export const reeducationKinds = (country: string): readonly string[] => kinds[country] ?? [];
export const orderingCourts = (country: string): readonly string[] => courts[country] ?? [];

/** What a network decides for itself about absences. */
export const absencePolicy = {
  /** Absences without excuse since the last word to the court, after which the court must hear of them. */
  mostBeforeReport: 3,
  source: 'Policy value; no norm that sets it was found. A board may change it.',
  verified: false,
} as const;

const laws: Readonly<Record<string, { readonly norm: string; readonly validFrom: string }>> = {
  PE: { norm: 'Ley 30364', validFrom: '2015-11-24' },
  BO: { norm: 'Ley 348', validFrom: '2013-03-09' },
};

const terms = [
  ['R01', 'programme-ordered', 'programme-begun', businessDays(10)],
  ['R02', 'progress-owed', 'progress-reported', months(1)],
  ['R03', 'absences-reached', 'non-compliance-reported', businessDays(2)],
  ['R04', 'programme-ended', 'end-reported', businessDays(5)],
] as const;

const rows = (country: string): readonly DatedRule<StepRule>[] =>
  terms.map(([number, trigger, stop, term]) => ({
    ...{ id: `${country}-${number}`, version: 1, jurisdiction: country, trigger, stop, term },
    actor: reeducationKinds(country)[0] ?? '',
    ...(laws[country] ?? { norm: '', validFrom: '9999-12-31' }),
    legalRef: 'artículo por confirmar',
    verified: false,
    source: 'Policy value; the norm orders the programme, and no term for this step was found in it.',
    value: { policy: true },
  }));

/** The deadlines of the programmes, none of them checked. */
export const reeducationRules = (country: string): RuleBook<StepRule> =>
  new RuleBook(rows(country), jurisdiction(country).calendar);

/** What a clock of a participant's file starts from. */
export interface ReeducationStart {
  readonly country: string;
  readonly happened: ReeducationStep;
  readonly at: string;
  readonly institution: string;
  readonly commandId: string;
  readonly imported: boolean;
  /** The last day the order itself sets for what follows: it binds before any rule. */
  readonly orderedBy?: string;
}

/** The clock that what happened starts; none where no rule is in force on that day. */
export function reeducationClocks(start: ReeducationStart): readonly Clock[] {
  const { country, happened, at, institution, commandId, imported, orderedBy } = start;
  const { zone, calendar } = jurisdiction(country);
  return reeducationRules(country)
    .started(happened, at, {})
    .map(({ rule }) => {
      const due = orderedBy === undefined ? dueAt(at, rule.term, calendar) : endOfDay(orderedBy, zone);
      return {
        clock: deriveId(commandId, rule.id),
        ...{ rule: rule.id, version: rule.version, waitsFor: rule.stop, institution, from: at, due },
        rungs: imported ? [] : ladderOf(country, { rule, from: at, due }),
      };
    });
}
