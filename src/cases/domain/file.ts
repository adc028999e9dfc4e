import { type Context, deriveId, type EventOf, Refusal } from '#decider';
import { careLevels, refuseUnlisted } from '../../protocol/index.js';
import { dropOwn, passOn, reach } from './clocks.js';
import type { FileCommand, RecordAttention, RecordStay } from './commands.js';
import type { CaseEvents } from './events.js';
import { isToBeTaken } from './life.js';
import type { Case } from './state.js';
import { recordableSteps } from './table.js';

type Event = EventOf<CaseEvents>;

/** The file of a case: closed, opened again, given to another institution. */
export function onFile(command: FileCommand, state: Case, context: Context): readonly Event[] {
  const { country, district } = state;
  const { institution, reason } = command;
  switch (command.do) {
    case 'close':
      if (state.status === 'closed') return [];
      refuseUnlisted(country, 'closingReasons', reason);
      return [{ type: 'CaseClosed', data: { institution, district, reason } }, ...dropOwn(state)];
    case 'reopen':
      if (state.status === 'open') return [];
      refuseUnlisted(country, 'reopeningReasons', reason);
      return [{ type: 'CaseReopened', data: { institution, district, reason } }];
    case 'transfer': {
      if (command.to === state.institution) return [];
      refuseUnlisted(country, 'transferReasons', reason);
      const data = { from: state.institution, to: command.to, district, reason };
      return [{ type: 'CaseTransferred', data }, ...passOn(command.to, state, context)];
    }
  }
}

/** One service act. Of a level of care, it is that step of the law as well: whoever gives it did take it. */
export function attend(
  { institution, service, level }: RecordAttention,
  state: Case,
  context: Context,
): readonly Event[] {
  const { country, district, person } = state;
  refuseUnlisted(country, 'services', service);
  const milestone = level === undefined ? undefined : careLevels[level];
  if (level !== undefined && milestone === undefined) {
    throw new Refusal('case/unknown-level', 'there are three levels of care', 'invalid');
  }
  const attention = deriveId(context.commandId, 'attention');
  const data = { country, person, attention, institution, district, service };
  const attended: Event = { type: 'AttentionRecorded', data: level === undefined ? data : { ...data, level } };
  const counts =
    milestone !== undefined && recordableSteps(country).includes(milestone) && isToBeTaken(milestone, state);
  return counts ? reach(milestone, attended, state, context) : [attended];
}

/** @throws Refusal `case/bad-stay` */
export function stay({ from, nights }: RecordStay, { country, person }: Case, context: Context): readonly Event[] {
  if (!/^\d{4}-\d\d-\d\d$/.test(from) || !Number.isInteger(nights) || nights < 1 || nights > 366) {
    throw new Refusal('case/bad-stay', 'a stay has a first night and a number of nights', 'invalid');
  }
  const data = { country, person, stay: deriveId(context.commandId, 'stay'), from, nights };
  return [{ type: 'ShelterStayRecorded', data }];
}
