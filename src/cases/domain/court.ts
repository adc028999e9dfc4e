import { type Context, type EventOf, Refusal } from '#decider';
import { refuseUnlisted } from '../../protocol/index.js';
import { reach } from './clocks.js';
import type { CourtCommand } from './commands.js';
import { missingItems, ReportIncomplete } from './completeness.js';
import type { CaseEvents } from './events.js';
import { steps } from './life.js';
import { issued } from './measures.js';
import type { Case } from './state.js';

type Event = EventOf<CaseEvents>;
type Of<D extends CourtCommand['do']> = Extract<CourtCommand, { do: D }>;

/** Sent again to the same court it is the same report; to another court it is another sending. */
export function sendReport(command: Of<'send-report'>, state: Case, { origin }: Context): readonly Event[] {
  if (state.complaintAt === undefined) {
    throw new Refusal('case/no-complaint', 'there is no complaint to report', 'illegal', steps(state));
  }
  if (state.reportTo === command.court) return [];
  const missing = missingItems(state);
  // What happened elsewhere cannot be held up here.
  if (missing.length > 0 && origin !== 'import') {
    throw new ReportIncomplete(missing);
  }
  // The court that stamped it is the one that decides.
  if (state.reportReceived) {
    throw new Refusal('case/report-received', 'a court has received the report', 'illegal', steps(state));
  }
  return [
    {
      type: 'ReportSent',
      data: { institution: command.institution, court: command.court, district: state.district },
    },
  ];
}

/** The stamp of the court's desk: only this meets the police's deadline. */
export function receiveReport(command: Of<'receive-report'>, state: Case, context: Context): readonly Event[] {
  if (state.reportReceived) return [];
  if (state.reportTo === undefined) {
    throw new Refusal('case/report-not-sent', 'no report was sent to a court', 'illegal', steps(state));
  }
  if (command.court !== state.reportTo) throw otherCourt();
  // The court's desk stamps it, or whoever sent it and holds the stamped copy.
  if (command.institution !== state.reportTo && command.institution !== state.reportFrom) {
    throw new Refusal('case/not-the-court', 'neither the court nor who sent the report', 'illegal', []);
  }
  const { institution, court } = command;
  const stamped: Event = { type: 'ReportReceived', data: { institution, court, district: state.district } };
  return reach('report-received-by-court', stamped, state, context);
}

const otherCourt = (): Refusal => new Refusal('case/other-court', 'the report went to another court', 'illegal', []);

/** The court decides once, whatever it decides. */
export function decideMeasures(command: Of<'decide-measures'>, state: Case, context: Context): readonly Event[] {
  if (state.decided) return [];
  if (!state.reportReceived) {
    throw new Refusal('case/court-has-no-report', 'the court has not received the report', 'illegal', steps(state));
  }
  if (command.court !== state.reportTo) throw otherCourt();
  for (const measure of command.measures) refuseUnlisted(state.country, 'protectiveMeasures', measure);
  const { court, granted, measures, terms = {} } = command;
  const data = { court, district: state.district, granted, measures };
  const decided = reach('measures-issued', { type: 'MeasuresDecided', data }, state, context);
  return granted ? [...decided, ...issued(measures, terms, state, context)] : decided;
}
