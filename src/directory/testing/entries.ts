import type { OrganizationEntry, ServiceEntry } from '../domain/entry.js';

/** A service open to everybody at all hours, assured lately, but for what a test is about. */
export const aService = (but: Partial<ServiceEntry> = {}): ServiceEntry => ({
  id: 'psicologia',
  kind: 'PSYCHOLOGY',
  name: 'Psicología',
  status: 'active',
  schedules: [],
  exceptions: [],
  eligibility: {},
  confidential: false,
  conciliation: false,
  locations: [],
  assured: { by: 'pe-150112-municipalidad', at: '2026-03-01T15:00:00.000Z' },
  modifiedAt: '2026-03-01T15:00:00.000Z',
  ...but,
});

/** An organization with these services, but for what a test is about. */
export const anOrganization = (
  services: readonly ServiceEntry[],
  but: Partial<OrganizationEntry> = {},
): OrganizationEntry => ({
  id: 'pe-150112-salud',
  name: 'Centro de Salud',
  names: [{ name: 'Centro de Salud' }],
  aliases: [],
  kind: 'HEALTH',
  country: 'PE',
  district: '150112',
  about: {},
  locations: [],
  services,
  modifiedAt: '2026-03-01T15:00:00.000Z',
  ...but,
});
