import {
  type Acting,
  caseActions,
  caseStates,
  fieldClasses,
  officeActions,
  openAction,
  purposes,
  type Question,
  referralActions,
  relations,
} from '../../src/people/access/vocabulary.js';
import { roles } from '../../src/people/domain/roles.js';

export const acting: readonly Acting[] = [...roles, 'system'];
const opening = fieldClasses.map(openAction);
const either = [false, true];

function* ofThings(kind: 'Case' | 'Referral'): Generator<Question> {
  const actions = [...(kind === 'Case' ? caseActions : referralActions), ...opening];
  for (const role of acting) {
    for (const action of actions) {
      for (const purpose of purposes) {
        for (const relation of relations) {
          for (const state of caseStates) {
            for (const conflict of either) {
              for (const glass of either) {
                yield { kind, role, action, purpose, relation, state, conflict, glass } as Question;
              }
            }
          }
        }
      }
    }
  }
}

function* ofOffices(): Generator<Question> {
  for (const role of acting) {
    for (const action of officeActions) {
      for (const purpose of purposes) {
        for (const own of either) {
          const given = action === 'giveRole' ? roles : [undefined];
          for (const each of given) {
            yield { kind: 'Office', role, action, purpose, own, ...(each === undefined ? {} : { given: each }) };
          }
        }
      }
    }
  }
}

/** Everything that can be asked: there is no more than this. */
export const everyQuestion: readonly Question[] = [...ofThings('Case'), ...ofThings('Referral'), ...ofOffices()];
