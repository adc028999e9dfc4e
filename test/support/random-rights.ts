import { deriveId } from '#decider';
import type { RequestCommand } from '../../src/rights/domain/request.js';
import type { SubjectCommand } from '../../src/rights/domain/subject.js';
import { org } from './history.js';
import type { Command, Moment } from './random-boards.js';

const institution = org('cem');
const country = 'PE';

/** The id a command of a scene has by its place in it. */
const commandOf = (index: number, nth: number): string =>
  nth === 0 ? deriveId('random', index) : deriveId('random', index, nth);

/**
 * Somebody asks about their data, is answered, and is erased or not: two people take turns, so that who approves is not
 * who asked. A hold may stand in the way, and a step may not reach everything.
 */
export function ofRights({ index, on, with: n, now }: Moment): readonly Command[] {
  const person = deriveId('random-person', on, n % 2);
  const subject = (command: SubjectCommand): Command => ['subject', person, command];
  const request = (command: RequestCommand): Command => ['request', deriveId('random-request', index), command];
  const held = n === 3;
  const before: readonly Command[] = [
    subject({
      ...{ do: 'propose', person, country, institution, case: deriveId('random-case', on) },
      ...{ rule: 'PE-R01', version: 1, due: now },
    }),
    subject({
      ...{ do: 'propose-class', person, country, institution, case: deriveId('random-case', on) },
      ...{ class: 'WHEREABOUTS', categories: ['contact', 'location', 'shelter'], rule: 'PE-R02', version: 1, due: now },
    }),
    request({ do: 'receive', person, country, institution, right: n % 2 === 0 ? 'ACCESS' : 'CANCELLATION' }),
    ...(held ? [subject({ do: 'hold', person, country, institution, norm: 'CONTROL' })] : []),
  ];
  const erasure = deriveId(commandOf(index, before.length), 'erasure');
  const part = n === 4 ? { categories: ['narrative'] } : {};
  const hold = deriveId(commandOf(index, before.length - 1), 'hold');
  return [
    ...before,
    subject({ do: 'ask', person, country, institution, ground: 'PERSON_ASKED', ...part }),
    n === 5
      ? subject({ do: 'refuse', erasure, institution, reason: 'LEGAL_DUTY' })
      : subject({ do: 'approve', erasure, institution }),
    ...(held
      ? [
          subject({ do: 'lift', hold, institution, reason: 'ENDED' }),
          subject({ do: 'approve', erasure, institution }),
          subject({ do: 'approve', erasure, institution }),
        ]
      : []),
    subject({ do: 'fenced', erasure }),
    ...(n === 0 ? [subject({ do: 'hold-up', erasure, step: 'destroy', why: 'ErasureIncomplete' })] : []),
    subject({ do: 'destroyed', erasure, keys: n }),
    subject({ do: 'purged', erasure, places: ['key-cache'] }),
    subject({ do: 'certify', erasure, liveKeys: 0, backupDays: 30 }),
    ...(n === 2 ? [] : [request({ do: 'answer', institution, outcome: 'GRANTED' })]),
  ];
}
