import type { Milestone } from '../../protocol/index.js';
import { prosecution as assumptions } from '../prosecution-assumptions.js';
import { institutionOf, organizationOf } from '../boards/model.js';
import type { Journey } from '../schedule.js';
import type { Strand } from './case-file.js';
import { handOver } from './hand-over.js';

/** Who takes part: the institution that took the complaint, the prosecutor and the judge. */
interface Parties {
  readonly first: string;
  readonly prosecutor: string;
  readonly judge: string;
}

/** Complaint → prosecutor → judge, by Ley 348: each stamp meets one clock and starts the next. */
export function* prosecution(strand: Strand, opener: string): Journey {
  const { file, random } = strand;
  const { board } = file;
  const { told, registered, urgent, started, homologated } = assumptions.value;
  const parties: Parties = {
    first: organizationOf(board, opener),
    prosecutor: organizationOf(board, 'fiscalia'),
    judge: organizationOf(board, board.court),
  };
  const { first, prosecutor, judge } = parties;
  const { kind } = institutionOf(board, opener);
  if (promoters.includes(kind) && random.chance(registered.share)) {
    const clerk = strand.branch('register').pass(random.delay(registered.after));
    yield { at: strand.recorded, start: file.underWay(step(clerk, first, 'recorded-in-national-register')) };
  }
  if (kind !== 'PROSECUTOR') {
    if (!random.chance(told.share)) return;
    strand.pass(random.delay(told.after));
    yield* step(strand, first, 'report-received-by-prosecutor');
  }
  const isUrgent = file.risk === 'SEVERE' || random.chance(urgent.otherwise);
  if (isUrgent) {
    strand.pass(random.delay(urgent.after));
    yield* step(strand, first, 'urgent-measures-ordered');
  }
  if (!random.chance(started.share)) return;
  strand.pass(random.delay(started.after));
  yield strand.case(prosecutor, { do: 'send-report', institution: prosecutor, court: judge });
  strand.pass(random.delay(started.stamped));
  yield strand.case(judge, { do: 'receive-report', institution: judge, court: judge });
  yield* step(strand, judge, 'investigation-start-received-by-court');
  const inquiry = strand.branch('inquiry');
  yield { at: strand.recorded, start: file.underWay(investigation(inquiry, prosecutor)) };
  if (isUrgent) yield* step(strand, judge, 'urgent-measures-received-by-court');
  if (!isUrgent && !random.chance(homologated.otherwise)) return;
  if (!random.chance(homologated.share)) return;
  strand.pass(random.delay(homologated.after));
  const granted = random.chance(homologated.granted);
  const { measures } = homologated;
  const ordered = granted ? [...new Set([random.pick(measures), random.pick(measures)])] : [];
  yield strand.case(judge, { do: 'decide-measures', court: judge, granted, measures: ordered });
  if (granted && random.chance(homologated.executionReferred)) {
    yield* handOver(strand.branch('execution').pass(random.delay(homologated.after)), board.court, board.execution);
  }
}

/** Bodies that keep the national register of what they are told. */
const promoters: readonly string[] = ['SLIM', 'DNA', 'SEPDAVI'];

/** The prosecutor gathers what there is, and says whether it comes to a charge. */
function* investigation(strand: Strand, prosecutor: string): Journey {
  const { random } = strand;
  const { forensic, steps } = assumptions.value;
  if (random.chance(forensic.share)) {
    strand.pass(random.delay(forensic.asked));
    yield* step(strand, prosecutor, 'forensic-exam-requested');
    if (random.chance(forensic.delivered)) {
      strand.pass(random.delay(forensic.after));
      yield* step(strand, prosecutor, 'forensic-report-delivered');
    }
  }
  for (const { name, share, after } of steps) {
    if (!random.chance(share)) return;
    strand.pass(random.delay(after));
    yield* step(strand, prosecutor, name);
  }
}

function* step(strand: Strand, institution: string, name: Milestone): Journey {
  yield strand.case(institution, { do: 'record-step', institution, step: name });
}
