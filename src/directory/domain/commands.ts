import type { DirectoryEvents } from './events.js';

type Said<Type extends keyof DirectoryEvents, Do extends string> = { readonly do: Do } & DirectoryEvents[Type];

/** What an organization can be told, each with the fields of what is then recorded; times come with the circumstances. */
export type OrganizationCommand =
  | Said<'OrganizationRegistered', 'register'>
  | Said<'OrganizationRenamed', 'rename'>
  | Said<'AliasGiven', 'alias'>
  | Said<'OrganizationDescribed', 'describe'>
  | Said<'OrganizationSuperseded', 'supersede'>
  | Said<'LocationSet', 'locate'>
  | Said<'ServiceOffered', 'offer'>
  | Said<'ServiceStatusChanged', 'change-status'>
  | Said<'ServicePlaced', 'place'>
  | Said<'HoursSet', 'set-hours'>
  | Said<'EligibilitySet', 'restrict'>
  | ({ readonly do: 'update-capacity' } & Omit<DirectoryEvents['CapacityUpdated'], 'at'>)
  | ({ readonly do: 'assure' } & Omit<DirectoryEvents['ServiceAssured'], 'at'>);

/** A command about one of its services. */
export type ServiceCommand = Extract<OrganizationCommand, { readonly service: string }>;
