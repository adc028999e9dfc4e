import { type EventOf, Refusal } from '#decider';
import { refuseUnlisted, reportNeeds } from '../../protocol/index.js';
import type { CaseCommand, ReportItems } from './commands.js';
import type { CaseEvents } from './events.js';
import { steps } from './life.js';
import type { Case } from './state.js';

type Event = EventOf<CaseEvents>;

/** The report is not sent: it lacks these items. */
export class ReportIncomplete extends Refusal {
  constructor(readonly missing: readonly string[]) {
    super('case/report-incomplete', `missing: ${missing.join(', ')}`, 'illegal', ['record-items']);
  }
}

/** As much of a case as says what its report still lacks. */
export interface Checklist {
  readonly country: string;
  /** Absent: the complaint was recorded without a checklist. */
  readonly items?: ReportItems | undefined;
}

/**
 * The items of the police report nobody has said a word about, neither that they are there nor why they cannot be had.
 * Where the complaint came without a checklist, as all did before there was one and imported history does, none is asked.
 */
export const missingItems = ({ country, items }: Checklist): readonly string[] =>
  items === undefined ? [] : reportNeeds(country).filter((item) => items[item] === undefined);

/** @throws Refusal `code/not-listed` */
export function refuseBadItems(country: string, items: ReportItems): void {
  for (const [item, how] of Object.entries(items)) {
    refuseUnlisted(country, 'reportItems', item);
    refuseUnlisted(country, 'reportItemStates', how);
  }
}

/** What changes nothing is not written down again. */
export function recordItems(
  { institution, items }: Extract<CaseCommand, { do: 'record-items' }>,
  state: Case,
): readonly Event[] {
  refuseBadItems(state.country, items);
  if (state.complaintAt === undefined) {
    throw new Refusal('case/no-complaint', 'there is no complaint to complete', 'illegal', steps(state));
  }
  if (Object.entries(items).every(([item, how]) => state.items?.[item] === how)) return [];
  return [{ type: 'ReportItemsRecorded', data: { institution, district: state.district, items } }];
}
