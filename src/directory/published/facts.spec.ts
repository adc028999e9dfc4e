import { factOf, tellsOnly } from '../../../test/history/canaries.js';
import type { DirectoryEvents } from '../domain/events.js';
import { complete } from '../testing/complete.js';
import { cem, offered } from '../testing/fixtures.js';
import { directoryPublication } from './facts.js';

const stream = `organization-${cem}`;

const facts: { readonly [T in keyof DirectoryEvents]: { readonly type: string; readonly data: object } } = {
  OrganizationRegistered: {
    type: 'OrganizationRegistered.v1',
    data: { organization: cem, name: 'CEM Independencia', kind: 'CEM', country: 'PE', district: '150112' },
  },
  ServiceOffered: {
    type: 'ServiceOffered.v1',
    data: { organization: cem, service: 'cem-psicologia', kind: 'PSYCHOLOGY', name: 'Psicología', confidential: true },
  },
  ServiceStatusChanged: {
    type: 'ServiceStatusChanged.v1',
    data: { organization: cem, service: 'cem-psicologia', status: 'temporarily-closed' },
  },
};

it.each(Object.entries(complete))('%s is told as agreed', (type, data) => {
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
    ServiceStatusChanged: { coded: ['service'] },
  });
});
