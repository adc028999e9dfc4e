import { court, executed, notified } from '../assumptions.js';
import { organizationOf } from '../boards/model.js';
import type { Journey } from '../schedule.js';
import type { Strand } from './case-file.js';
import { handOver } from './hand-over.js';

/** Complaint → report at the court's desk → measures → their execution. */
export function* courtJourney(strand: Strand, station: string): Journey {
  const { file, random } = strand;
  const { reportSent, reportReceived, decided, granted, measures, executionReferred, executionAfter } = court.value;
  const police = organizationOf(file.board, station);
  const desk = organizationOf(file.board, file.board.court);
  if (!random.chance(reportSent.share)) return;
  strand.pass(random.delay(reportSent.after));
  yield strand.case(police, { do: 'send-report', institution: police, court: desk });
  if (!random.chance(reportReceived.share)) return;
  strand.pass(random.delay(reportReceived.after));
  yield strand.case(desk, { do: 'receive-report', institution: desk, court: desk });
  if (!random.chance(decided.share)) return;
  strand.pass(random.delay(decided.after));
  const yes = random.chance(granted);
  const ordered = yes ? [...new Set([random.pick(measures), random.pick(measures), random.pick(measures)])] : [];
  yield strand.case(desk, { do: 'decide-measures', court: desk, granted: yes, measures: ordered });
  for (const [step, { share, after }] of Object.entries(yes ? notified.value : {})) {
    if (!random.chance(share)) continue;
    const clerk = strand.branch(step).pass(random.delay(after));
    yield { at: strand.recorded, start: file.underWay(told(clerk, { desk, police }, step)) };
  }
  if (yes && random.chance(executionReferred)) {
    const asked = strand.branch('execution').pass(random.between(...executionAfter));
    yield* handOver(asked, file.board.court, file.board.execution);
  }
}

/** A message of the court goes out; the station that is told to act does so, and reports it. */
function* told(strand: Strand, { desk, police }: Readonly<Record<'desk' | 'police', string>>, step: string): Journey {
  yield strand.case(desk, { do: 'record-step', institution: desk, step });
  if (step !== 'measures-notified-to-executor') return;
  for (const [next, { share, after }] of Object.entries(executed.value)) {
    if (!strand.random.chance(share)) return;
    strand.pass(strand.random.delay(after));
    yield strand.case(police, { do: 'record-step', institution: police, step: next });
  }
}
