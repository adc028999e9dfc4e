import type { Cells } from './cells.js';
import { age, ageBand, codeOf, directoryCode, district, externalId, many, yesOrNo } from './readers.js';
import { type Mention, type Owner, ownerOf, type Reading, stampsOf, stepAt } from './row.js';

/** What may have happened to a case, in the order in which it does. Names are part of ids: they never change. */
export const caseSteps = ['open', 'assess-risk', 'send-report', 'receive-report', 'decide-measures', 'close'] as const;

/** A case of a file. */
export interface CaseRow extends Owner {
  readonly kind: 'cases';
  /** What the institution calls the person; absent = a person of this case alone. */
  readonly person?: string;
  readonly mentions: readonly Mention[];
  /** What happened, in order, once it is known which id the person has. */
  readonly steps: (person: string | undefined) => ReturnType<typeof stepsOf>;
}

/** Reads a row; what is wrong with it stands in `cells.errors`, and then nothing may be made of it. */
export function readCaseRow(cells: Cells, reading: Reading): CaseRow {
  const { country } = reading;
  const code = (...lists: string[]) => codeOf(country, ...lists);
  const institution = ownerOf(cells, 'institution', reading);
  const language = cells.optional('language', code('motherTongues'));
  const disability = cells.optional('disability', yesOrNo);
  const relation = cells.optional('relation', code('relations'));
  const opening = {
    country,
    district: cells.required('district', district),
    institution,
    entry: cells.required('entry', code('entryDoors', 'networkDoors')),
    condition: cells.required('condition', code('conditions')),
    sex: cells.required('sex', code('sexes')),
    ageBand: bandOf(cells, country),
    ...(language === undefined ? {} : { language }),
    ...(disability === undefined ? {} : { disability }),
    ...(relation === undefined ? {} : { relation }),
    types: cells.required('types', many(code('violenceTypes'))),
    principal: cells.required('principal', code('violenceTypes')),
    complaint: cells.required('complaint', yesOrNo),
  };
  const times = timesOf(cells, reading, opening.complaint);
  const risk = cells.optional('risk', code('riskLevels'));
  if (cells.has('risk_at') && risk === undefined) cells.fail('risk', 'required');
  const court = courtOf(cells);
  const granted = cells.detail('measures_granted', yesOrNo, 'measures_at');
  const measures = cells.optional('measures', many(code('protectiveMeasures'))) ?? [];
  if (measures.length > 0 && !granted) cells.fail('measures', 'contradiction');
  const reason = cells.detail('close_reason', code('closingReasons'), 'closed_at');
  const person = cells.optional('person_external_id', externalId);
  const told = { opening, risk, court, granted, measures, reason };
  return {
    kind: 'cases',
    institution,
    externalId: cells.required('external_id', externalId),
    ...(person === undefined ? {} : { person }),
    mentions: [
      { column: 'institution', organization: institution },
      ...(court === '' ? [] : [{ column: 'court', organization: court } as const]),
    ],
    steps: (id) => stepsOf(times, told, id),
  };
}

function bandOf(cells: Cells, country: string): string {
  const years = cells.optional('age', age);
  const band = cells.optional('age_band', ageBand(country));
  if (years && band && years !== band) cells.fail('age_band', 'contradiction');
  return years ?? band ?? 'UNKNOWN';
}

function courtOf(cells: Cells): string {
  const stamp = (['report_sent_at', 'measures_at'] as const).find((column) => cells.has(column));
  return stamp === undefined ? (cells.optional('court', directoryCode) ?? '') : cells.required('court', directoryCode);
}

function timesOf(cells: Cells, reading: Reading, complaint: boolean) {
  const at = stampsOf(cells, reading);
  if (!cells.has('opened_at')) cells.fail('opened_at', 'required');
  const opened = at('opened_at');
  const risk = cells.has('risk_at') ? at('risk_at') : ({ column: 'risk', at: opened.at } as const);
  const [sent, received, decided, closed] = [
    at('report_sent_at'),
    at('report_received_at'),
    at('measures_at'),
    at('closed_at'),
  ];
  if (cells.has('report_sent_at') && !complaint) cells.fail('complaint', 'missing-predecessor');
  cells.follows(risk, opened);
  cells.follows(sent, opened);
  cells.follows(received, sent);
  cells.follows(decided, received);
  for (const earlier of [opened, risk, sent, received, decided]) {
    if (cells.has(earlier.column)) cells.follows(closed, earlier);
  }
  return { opened, risk, sent, received, decided, closed };
}

interface Told {
  readonly opening: {
    readonly country: string;
    readonly district: string;
    readonly institution: string;
    readonly entry: string;
    readonly condition: string;
    readonly sex: string;
    readonly ageBand: string;
    readonly types: readonly string[];
    readonly principal: string;
    readonly complaint: boolean;
  };
  readonly risk: string | undefined;
  readonly court: string;
  readonly granted: boolean;
  readonly measures: readonly string[];
  readonly reason: string;
}

function stepsOf(times: ReturnType<typeof timesOf>, told: Told, person: string | undefined) {
  const { opening, court, granted, measures } = told;
  const { institution } = opening;
  const opened = { do: 'open', ...opening, ...(person === undefined ? {} : { person }) } as const;
  const steps = [
    ...stepAt(times.opened, 'open', opened),
    ...(told.risk === undefined
      ? []
      : stepAt(times.risk, 'assess-risk', { do: 'assess-risk', institution, level: told.risk } as const)),
    ...stepAt(times.sent, 'send-report', { do: 'send-report', institution, court } as const),
    // The court's desk stamps it: it is the court that received it.
    ...stepAt(times.received, 'receive-report', { do: 'receive-report', institution: court, court } as const),
    ...stepAt(times.decided, 'decide-measures', { do: 'decide-measures', court, granted, measures } as const),
    ...stepAt(times.closed, 'close', { do: 'close', institution, reason: told.reason } as const),
  ];
  // A risk assessed late lies between the steps of the report; what happened at one instant stays in this order.
  return steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
