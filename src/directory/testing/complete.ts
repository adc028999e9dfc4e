import type { DirectoryEvents } from '../domain/events.js';
import { changed, offered, registered } from './fixtures.js';

/** Every event with every field it can have, as stored. A field that is added must be added here as well. */
export const complete: { readonly [T in keyof DirectoryEvents]: Required<DirectoryEvents[T]> } = {
  OrganizationRegistered: registered.data,
  ServiceOffered: { ...offered.data, minimumAge: 18, maximumAge: 99, confidential: true },
  ServiceStatusChanged: changed('temporarily-closed').data,
};
