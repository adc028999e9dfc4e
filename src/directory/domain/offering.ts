import { jurisdiction, zoneOf } from '../../protocol/index.js';
import { zoned } from '#terms';
import { type OrganizationEntry, type ServiceEntry, statusOn } from './entry.js';
import { type Opening, openingAt } from './hours.js';
import { directoryPolicy } from './policy.js';

/** Whom help is looked for, for what, and when. What is absent is not known, and bars nothing. */
export interface Need {
  /** Service kind of the jurisdiction; absent: any. */
  readonly serviceKind?: string;
  readonly purpose?: string;
  /** Completed years, or else the band of the case. */
  readonly age?: number;
  readonly ageBand?: string;
  readonly sex?: string;
  readonly district?: string;
  readonly language?: string;
  readonly risk?: string;
  /** Help is needed now: a service that is closed is not offered. At severe risk it always is. */
  readonly urgent?: boolean;
}

/** Why a service is not offered. */
export type Bar =
  | 'INACTIVE'
  | 'TEMPORARILY_CLOSED'
  | 'CONCILIATION'
  | 'TAKES_NO_REFERRALS'
  | 'WRONG_SERVICE'
  | 'WRONG_AGE'
  | 'WRONG_SEX'
  | 'WRONG_TERRITORY'
  | 'NO_CAPACITY'
  | 'OUT_OF_HOURS';

/** What to know of a service that is offered all the same. */
export type Remark = 'CLOSED_NOW' | 'CHECK_AGE' | 'OTHER_LANGUAGE' | 'OLD_CAPACITY' | 'STALE';

/** A service, and whether it is offered to a need. */
export interface Judged {
  readonly organization: OrganizationEntry;
  readonly service: ServiceEntry;
  readonly bars: readonly Bar[];
  readonly remarks: readonly Remark[];
  readonly opening: Opening;
  readonly specialised: boolean;
}

/** Whether nobody assured the entry for so long that it may not hold any more. */
export function isStale({ assured }: { readonly assured?: ServiceEntry['assured'] }, at: string): boolean {
  if (assured === undefined) return true;
  return Date.parse(at) - Date.parse(assured.at) > directoryPolicy.staleAfterDays * 24 * 3_600_000;
}

/** Meant for violence alone, by its kind or by what was said of it. */
export const isSpecialised = ({ kind, about }: OrganizationEntry): boolean =>
  about.specialised ?? (directoryPolicy.specialisedKinds as readonly string[]).includes(kind);

/**
 * Every service of some organizations, judged for a need at an instant: those offered first, of these the specialised
 * bodies, of these the ones of the same district, then what was assured lately, then by name.
 */
export function judgedFor(need: Need, organizations: readonly OrganizationEntry[], at: string): readonly Judged[] {
  return organizations
    .flatMap((organization) => organization.services.map((service) => judge(need, organization, service, at)))
    .map((judged) => ({ judged, rank: rank(need, judged) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ judged }) => judged);
}

function rank(need: Need, { organization, service, bars, remarks, specialised }: Judged): string {
  const marks = [bars.length > 0, !specialised, organization.district !== need.district, remarks.includes('STALE')];
  return [...marks.map(Number), organization.name, service.name, organization.id, service.id].join('\u001f');
}

function judge(need: Need, organization: OrganizationEntry, service: ServiceEntry, at: string): Judged {
  const { country } = organization;
  const zone = zoneOf(country);
  const opening = openingAt(service, at, zone);
  const urgent = need.urgent === true || (directoryPolicy.urgentRisks as readonly string[]).includes(need.risk ?? '');
  const closed = opening.now === 'closed';
  const age = ageFits(need, country, service.eligibility);
  const full = service.capacity?.free === 0;
  const oldCount = Date.parse(at) - Date.parse(service.capacity?.at ?? at) > directoryPolicy.fullForHours * 3_600_000;
  const { sexes, languages } = service.eligibility;
  const bars = [
    ...standing(organization, service, zoned(at, zone).date),
    ...when(isOther(need, service), 'WRONG_SERVICE'),
    ...when(age === 'no', 'WRONG_AGE'),
    ...when(need.sex !== undefined && sexes !== undefined && !sexes.includes(need.sex), 'WRONG_SEX'),
    ...when(!servesThere(need, service), 'WRONG_TERRITORY'),
    ...when(full && !oldCount, 'NO_CAPACITY'),
    ...when(closed && urgent, 'OUT_OF_HOURS'),
  ];
  const remarks = [
    ...when(closed && !urgent, 'CLOSED_NOW'),
    ...when(age === 'perhaps', 'CHECK_AGE'),
    ...when(need.language !== undefined && languages?.includes(need.language) === false, 'OTHER_LANGUAGE'),
    ...when(full && oldCount, 'OLD_CAPACITY'),
    ...when(isStale(service, at), 'STALE'),
  ];
  return { organization, service, bars, remarks, opening, specialised: isSpecialised(organization) };
}

const when = <C extends string>(holds: boolean, code: C): readonly C[] => (holds ? [code] : []);

/** What bars it for everybody on a day. */
export function standing(organization: OrganizationEntry, service: ServiceEntry, day: string): readonly Bar[] {
  const { country, kind, successor } = organization;
  const status = statusOn(service, day);
  const replaced = successor !== undefined && successor.from <= day;
  const takes = jurisdiction(country).institutionTypes.some((type) => type.code === kind && type.receivesReferrals);
  return [
    ...when(replaced || status === 'inactive' || status === 'defunct', 'INACTIVE'),
    ...when(status === 'temporarily-closed', 'TEMPORARILY_CLOSED'),
    ...when(service.conciliation, 'CONCILIATION'),
    ...when(!takes, 'TAKES_NO_REFERRALS'),
  ];
}

const isOther = ({ serviceKind, purpose }: Need, { kind, eligibility: { purposes } }: ServiceEntry): boolean =>
  (serviceKind !== undefined && serviceKind !== kind) ||
  (purpose !== undefined && purposes !== undefined && !purposes.includes(purpose));

const servesThere = ({ district }: Need, { eligibility: { territory = [] } }: ServiceEntry): boolean =>
  district === undefined || territory.length === 0 || territory.some((prefix) => district.startsWith(prefix));

/** A band may lie only partly within the ages served: then somebody has to ask. */
function ageFits(
  { age, ageBand }: Need,
  country: string,
  { minimumAge = 0, maximumAge = Infinity }: ServiceEntry['eligibility'],
): 'yes' | 'perhaps' | 'no' {
  if (age !== undefined) return minimumAge <= age && age <= maximumAge ? 'yes' : 'no';
  const band = jurisdiction(country).ageBands.find(({ code }) => code === ageBand);
  if (band === undefined)
    return ageBand === undefined || (minimumAge === 0 && maximumAge === Infinity) ? 'yes' : 'perhaps';
  const to = band.to ?? Infinity;
  if (to < minimumAge || maximumAge < band.from) return 'no';
  return minimumAge <= band.from && to <= maximumAge ? 'yes' : 'perhaps';
}
