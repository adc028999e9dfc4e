import { type Context, type Decider, type EventOf, Refusal } from '#decider';
import {
  refuseBadCode,
  refuseBadDistrict,
  refuseBadName,
  refuseUnknownCountry,
  refuseUnlisted,
} from '../../protocol/index.js';
import { refuseBadDays, refuseBadHours, refuseBadLine, refuseBadPhone } from './checks.js';
import type { OrganizationCommand, ServiceCommand } from './commands.js';
import { type DirectoryEvents, directoryEvents } from './events.js';
import { placesServices, refuseSecretPlace } from './places.js';
import { evolve, initial, type Organization, type Status, topicOf } from './state.js';

export type { OrganizationCommand } from './commands.js';
export type { Organization } from './state.js';

type Event = EventOf<DirectoryEvents>;
/** A command, or an event made from it, about the organization itself. */
type OwnCommand = Exclude<OrganizationCommand, ServiceCommand | { readonly do: 'register' }>;

const statuses: readonly string[] = ['active', 'inactive', 'temporarily-closed', 'defunct'] satisfies Status[];

/**
 * The rules of the directory: an organization is registered once, offers services, each in one status, and is described
 * by whoever keeps its entry. What is said replaces what was said of the same thing; said again, it changes nothing.
 */
export const organizationDecider: Decider<OrganizationCommand, DirectoryEvents, Organization> = {
  category: 'organization',
  events: directoryEvents,
  initial,
  decide: (command, state, context): readonly Event[] => {
    if (command.do === 'register') return register(stated(command), state);
    if (!state.registered) throw new Refusal('directory/unknown', 'there is no such organization', 'unknown');
    if (command.do === 'offer') return offer(stated(command), state);
    const event = 'service' in command ? ofService(command, state, context) : ofItself(command, state);
    return same(state.said[topicOf(event)], event.data) ? [] : [event];
  },
  evolve,
};

function register(data: DirectoryEvents['OrganizationRegistered'], { about }: Organization): readonly Event[] {
  if (about !== undefined) {
    if (same(about, data)) return [];
    throw new Refusal('directory/taken', 'another organization has this code');
  }
  refuseBadCode('directory', data.organization);
  refuseBadName('directory', data.name);
  refuseUnknownCountry('directory', data.country);
  refuseBadDistrict('directory', data.country, data.district);
  refuseUnlisted(data.country, 'institutionTypes', data.kind);
  return [{ type: 'OrganizationRegistered', data }];
}

function offer(data: DirectoryEvents['ServiceOffered'], state: Organization): readonly Event[] {
  if (isOffered(state, data.service)) {
    if (same(state.offers[data.service], data)) return [];
    throw new Refusal('directory/service-taken', 'another service of this organization has this code');
  }
  refuseBadCode('directory', data.service);
  refuseBadName('directory', data.name);
  refuseUnlisted(state.country, 'services', data.kind);
  refuseReversedAges(data);
  refuseBadHours(data.schedules, []);
  return [{ type: 'ServiceOffered', data }];
}

function ofItself(command: OwnCommand, state: Organization): Event {
  const { country } = state;
  switch (command.do) {
    case 'rename':
      refuseBadName('directory', command.name);
      refuseBadDays(command.from);
      return { type: 'OrganizationRenamed', data: stated(command) };
    case 'alias':
      refuseBadName('directory', command.name);
      refuseBadDays(command.from, command.to);
      return { type: 'AliasGiven', data: stated(command) };
    case 'describe':
      refuseBadLine(command.description, command.website);
      for (const phone of command.phones ?? []) refuseBadPhone(phone);
      if (command.parent !== undefined) refuseBadCode('directory', command.parent);
      return { type: 'OrganizationDescribed', data: stated(command) };
    case 'supersede':
      refuseBadCode('directory', command.by);
      if (command.by === state.about?.organization) {
        throw new Refusal('directory/own-successor', 'an organization does not take its own place', 'invalid');
      }
      refuseBadDays(command.from);
      return { type: 'OrganizationSuperseded', data: stated(command) };
    case 'locate':
      refuseBadCode('directory', command.location);
      if (command.district !== undefined) refuseBadDistrict('directory', country, command.district);
      if (command.name !== undefined) refuseBadName('directory', command.name);
      refuseBadLine(command.address);
      refuseSecretPlace(state, command);
      return { type: 'LocationSet', data: stated(command) };
  }
}

function ofService(command: Exclude<ServiceCommand, { do: 'offer' }>, state: Organization, context: Context): Event {
  const { service } = command;
  if (!isOffered(state, service)) {
    throw new Refusal('directory/unknown-service', 'there is no such service', 'unknown');
  }
  switch (command.do) {
    case 'change-status': {
      if (!statuses.includes(command.status))
        throw new Refusal('code/not-listed', 'there is no such status', 'invalid');
      if (command.until !== undefined) refuseBadDays(command.from ?? command.until, command.until);
      else refuseBadDays(command.from);
      return { type: 'ServiceStatusChanged', data: stated(command) };
    }
    case 'place':
      placesServices(state, command);
      return { type: 'ServicePlaced', data: stated(command) };
    case 'set-hours':
      refuseBadHours(command.schedules, command.exceptions);
      return { type: 'HoursSet', data: stated(command) };
    case 'restrict':
      refuseReversedAges(command);
      for (const sex of command.sexes ?? []) refuseUnlisted(state.country, 'sexes', sex);
      for (const language of command.languages ?? []) refuseUnlisted(state.country, 'explanationLanguages', language);
      for (const purpose of command.purposes ?? []) refuseUnlisted(state.country, 'referralPurposes', purpose);
      for (const prefix of command.territory ?? []) refuseBadCode('directory', prefix);
      refuseBadLine(...(command.documents ?? []));
      return { type: 'EligibilitySet', data: stated(command) };
    case 'update-capacity': {
      refuseBadCode('directory', command.unit);
      if (!isCount(command.total) || !isCount(command.free) || command.free > command.total) {
        throw new Refusal('directory/bad-capacity', 'more are free than there are, or no whole numbers', 'invalid');
      }
      const known = state.said[`CapacityUpdated ${service}`] as DirectoryEvents['CapacityUpdated'] | undefined;
      const at = context.effectiveAt;
      // News that comes late is older than what is known.
      const data = known !== undefined && at < known.at ? known : { ...stated(command), at };
      return { type: 'CapacityUpdated', data };
    }
    case 'assure': {
      refuseBadCode('directory', command.by);
      const known = state.said[`ServiceAssured ${service}`] as DirectoryEvents['ServiceAssured'] | undefined;
      const at = context.effectiveAt;
      const data = known !== undefined && at < known.at ? known : { ...stated(command), at };
      return { type: 'ServiceAssured', data };
    }
  }
}

/** A code such as `constructor` is nobody's until it is offered. */
const isOffered = (state: Organization, service: string): boolean => Object.hasOwn(state.services, service);

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

function refuseReversedAges({ minimumAge, maximumAge }: { minimumAge?: number; maximumAge?: number }): void {
  if (minimumAge !== undefined && maximumAge !== undefined && minimumAge > maximumAge) {
    throw new Refusal('directory/ages-reversed', 'the lowest age is above the highest', 'invalid');
  }
}

/** What a command says, without what it does not say. */
function stated<C extends { readonly do: string }>(command: C): Omit<C, 'do'> {
  const said = Object.entries(command).filter(([field, value]) => field !== 'do' && value !== undefined);
  return Object.fromEntries(said) as Omit<C, 'do'>;
}

const same = (one: unknown, other: unknown): boolean => one !== undefined && inOrder(one) === inOrder(other);

/** The same text for the same content, in whatever order fields were written. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
