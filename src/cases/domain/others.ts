import { type EventOf, personal, Refusal } from '#decider';
import { refuseAgeBand, refuseUnlisted } from '../../protocol/index.js';
import type { DescribeOther } from './commands.js';
import type { CaseEvents } from './events.js';
import type { Described, OtherKind } from './other-events.js';
import type { Case } from './state.js';

type Event = EventOf<CaseEvents>;

/** More than one person has. */
const mostChildren = 30;

/**
 * What is known of the aggressor, of the children, or of whoever reported.
 * @throws Refusal `case/nothing-described`, `case/bad-children`, `code/not-listed`
 */
export function describeOther(command: DescribeOther, { country, person }: Case): readonly Event[] {
  const { institution } = command;
  const sealed = (kind: OtherKind, details: Described) => personal(person, kind, details);
  switch (command.do) {
    case 'describe-aggressor': {
      const { relation, sex, ageBand, details } = command;
      if (relation !== undefined) refuseUnlisted(country, 'relations', relation);
      if (sex !== undefined) refuseUnlisted(country, 'sexes', sex);
      if (ageBand !== undefined) refuseAgeBand(country, ageBand);
      refuseNothing(relation, sex, ageBand, details);
      const data = {
        institution,
        ...(relation === undefined ? {} : { relation }),
        ...(sex === undefined ? {} : { sex }),
        ...(ageBand === undefined ? {} : { ageBand }),
        ...(details === undefined ? {} : { details: sealed('aggressor', details) }),
      };
      return [{ type: 'AggressorDescribed', data }];
    }
    case 'describe-children': {
      const { byAge, details } = command;
      if (byAge !== undefined) refuseBadChildren(country, byAge);
      refuseNothing(byAge, details);
      const data = {
        institution,
        ...(byAge === undefined ? {} : { byAge }),
        ...(details === undefined ? {} : { details: sealed('children', details) }),
      };
      return [{ type: 'ChildrenDescribed', data }];
    }
    case 'describe-reporter':
      return [{ type: 'ReporterDescribed', data: { institution, details: sealed('reporter', command.details) } }];
  }
}

function refuseNothing(...said: readonly unknown[]): void {
  if (said.some((each) => each !== undefined)) return;
  throw new Refusal('case/nothing-described', 'a description says something', 'invalid');
}

function refuseBadChildren(country: string, byAge: Readonly<Record<string, number>>): void {
  for (const band of Object.keys(byAge)) refuseAgeBand(country, band);
  const counts = Object.values(byAge);
  const total = counts.reduce((sum, each) => sum + each, 0);
  if (counts.every((each) => Number.isInteger(each) && each > 0) && total > 0 && total <= mostChildren) return;
  throw new Refusal('case/bad-children', `between 1 and ${mostChildren} children, in whole numbers`, 'invalid');
}
