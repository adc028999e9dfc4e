import type { Resource } from './elements.js';

interface Searched {
  readonly type: string;
  readonly creates?: boolean;
  readonly by: readonly (readonly [name: string, type: 'token' | 'reference' | 'string'])[];
}

/** The day this statement was last changed. */
const changedOn = '2026-11-22';

const resources: readonly Searched[] = [
  {
    type: 'ServiceRequest',
    creates: true,
    by: [
      ['_id', 'token'],
      ['identifier', 'token'],
      ['requester', 'reference'],
      ['performer', 'reference'],
      ['status', 'token'],
    ],
  },
  {
    type: 'Task',
    by: [
      ['_id', 'token'],
      ['based-on', 'reference'],
      ['requester', 'reference'],
      ['owner', 'reference'],
      ['status', 'token'],
    ],
  },
  {
    type: 'Consent',
    by: [
      ['_id', 'token'],
      ['organization', 'reference'],
      ['actor', 'reference'],
      ['status', 'token'],
    ],
  },
  {
    type: 'Organization',
    by: [
      ['_id', 'token'],
      ['identifier', 'token'],
      ['name', 'string'],
      ['type', 'token'],
    ],
  },
  {
    type: 'HealthcareService',
    by: [
      ['_id', 'token'],
      ['organization', 'reference'],
      ['name', 'string'],
      ['service-type', 'token'],
      ['active', 'token'],
    ],
  },
];

/** What this façade can do, as FHIR says such things. */
export const capabilities = (software: string, url: string): Resource => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: changedOn,
  kind: 'instance',
  software: { name: 'Chaski', version: software },
  implementation: { description: 'Casos y derivaciones', url },
  fhirVersion: '4.0.1',
  format: ['application/fhir+json'],
  rest: [
    {
      mode: 'server',
      resource: resources.map(({ type, creates = false, by }) => ({
        type,
        interaction: [{ code: 'read' }, { code: 'search-type' }, ...(creates ? [{ code: 'create' }] : [])],
        searchParam: by.map(([name, kind]) => ({ name, type: kind })),
      })),
    },
  ],
});
