import type { DirectoryEvents } from '../domain/events.js';
import { changed, described, offered, registered } from './fixtures.js';

/** Every event with every field it can have, as stored. A field that is added must be added here as well. */
export const complete: { readonly [T in keyof DirectoryEvents]: Required<DirectoryEvents[T]> } = {
  OrganizationRegistered: registered.data,
  ServiceOffered: {
    ...offered.data,
    schedules: described.HoursSet.schedules,
    minimumAge: 18,
    maximumAge: 99,
    confidential: true,
    conciliation: true,
  },
  ServiceStatusChanged: { ...changed('temporarily-closed').data, from: '2025-10-06', until: '2025-10-10' },
  ...described,
};
