import fc from 'fast-check';
import { Refusal } from '#decider';
import { factOf, tellsOnly } from '../../../test/history/canaries.js';
import type { DirectoryEvents } from '../domain/events.js';
import { organizationDecider, type OrganizationCommand } from '../domain/organization.js';
import { badCodes, badNames } from '../../protocol/testing/bad.js';
import { complete } from '../testing/complete.js';
import { cem, changing, described, fold, offered, offering, registered, registering } from '../testing/fixtures.js';
import { directoryPublication } from './facts.js';

const stream = `organization-${cem}`;

const facts: { readonly [T in keyof DirectoryEvents]?: { readonly type: string; readonly data: object } } = {
  OrganizationRegistered: {
    type: 'OrganizationRegistered.v1',
    data: { organization: cem, name: 'CEM Independencia', kind: 'CEM', country: 'PE', district: '150112' },
  },
  OrganizationRenamed: {
    type: 'OrganizationRenamed.v1',
    data: { organization: cem, name: 'CEM y Familia Independencia', from: '2025-05-01' },
  },
  ServiceOffered: {
    type: 'ServiceOffered.v1',
    data: { organization: cem, service: 'cem-psicologia', kind: 'PSYCHOLOGY', name: 'Psicología', confidential: true },
  },
  ServiceStatusChanged: {
    type: 'ServiceStatusChanged.v1',
    data: {
      organization: cem,
      service: 'cem-psicologia',
      status: 'temporarily-closed',
      from: '2025-10-06',
      until: '2025-10-10',
    },
  },
};

it.each(Object.entries(complete))('%s is told as agreed, or not at all', (type, data) => {
  expect(factOf(directoryPublication, stream, type, data)).toEqual(facts[type as keyof DirectoryEvents]);
});

it('a place is secret only where that was said', () => {
  expect(factOf(directoryPublication, stream, 'ServiceOffered', offered.data)?.data).toMatchObject({
    confidential: false,
  });
});

it.each(['Juana, call 987654321', 'juana@example.pe', 'one\ntwo', ''])('%j is no public name', (name) => {
  const data = { ...complete.OrganizationRegistered, name };
  expect(() => factOf(directoryPublication, stream, 'OrganizationRegistered', data)).toThrow('cannot be told');
});

describe('facts of the directory tell codes and public names only', () => {
  tellsOnly(directoryPublication, stream, complete, {
    OrganizationRegistered: { coded: ['organization', 'kind', 'country', 'district'], named: ['name'] },
    ServiceOffered: { coded: ['service', 'kind'], named: ['name'] },
    OrganizationRenamed: { coded: ['from'], named: ['name'] },
    ServiceStatusChanged: { coded: ['service', 'from', 'until'] },
  });
});

/** Texts somebody may send in any field: near what can be told, and far from it. */
const texts = fc.oneof(
  fc.constantFrom('PE', '150112', 'CEM', 'LEGAL', 'defunct', ...badNames, ...badCodes),
  fc.string({ unit: 'binary', maxLength: 170 }),
  fc.stringMatching(/^[A-Za-z0-9._:/@ \n-]{0,90}$/),
);

const renaming = { do: 'rename', ...described.OrganizationRenamed } as const;

/** A command with up to two fields changed, so that the rules take some and refuse others. */
const changedIn = <T extends object>(command: T, fields: readonly (keyof T & string)[]): fc.Arbitrary<T> =>
  fc.dictionary(fc.constantFrom(...fields), texts, { maxKeys: 2 }).map((change) => ({ ...command, ...change }));

it('whatever is sent, what the rules take can be told', () => {
  const commands: fc.Arbitrary<OrganizationCommand> = fc.oneof(
    changedIn(registering, ['organization', 'name', 'kind', 'country', 'district']),
    changedIn(offering, ['service', 'name', 'kind']),
    changedIn(renaming, ['name', 'from']),
    changedIn({ ...changing('inactive'), from: '2026-01-01' }, ['status', 'from']),
  );
  const context = { actor: 'demo', commandId: 'c', effectiveAt: 'e', recordedAt: 'r' };
  let taken = 0;
  fc.assert(
    fc.property(commands, (command) => {
      const history = command.do === 'register' ? [] : command.do === 'offer' ? [registered] : [registered, offered];
      const id = command.do === 'register' ? command.organization : cem;
      try {
        for (const { type, data } of organizationDecider.decide(command, fold(history), context)) {
          expect(factOf(directoryPublication, `organization-${id}`, type, data)).toBeDefined();
          taken += 1;
        }
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
      }
    }),
    { numRuns: 1_000 },
  );
  expect(taken).toBeGreaterThan(100);
});
