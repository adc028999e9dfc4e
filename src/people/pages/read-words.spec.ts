import { readWord } from '../../pages/read-words.js';
import { lists } from '../access/lists.js';
import {
  caseActions,
  fieldClasses,
  officeActions,
  openAction,
  programmeClass,
  purposes,
  referralActions,
} from '../access/vocabulary.js';
import { roles } from '../domain/roles.js';
import { orderClass } from '../domain/sealing.js';

const recorded = {
  role: [...roles, 'system'],
  purpose: [...purposes, ...Object.values(lists)],
  what: [
    ...[...caseActions, ...referralActions, ...officeActions],
    ...[...fieldClasses, programmeClass, orderClass],
    ...fieldClasses.map(openAction),
    ...Object.keys(lists),
  ],
} as const;

describe('What is recorded of a read', () => {
  it.each(['role', 'purpose', 'what'] as const)('has words for every %s', (kind) => {
    expect(recorded[kind].filter((code) => readWord(kind, code) === code)).toEqual([]);
  });
});
