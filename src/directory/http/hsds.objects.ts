import { localDate, zoned } from '#terms';
import { jurisdiction, jurisdictionIds } from '../../protocol/index.js';
import { nameOn, type OrganizationEntry, otherNamesOn, type ServiceEntry, statusOn } from '../domain/entry.js';
import { standing } from '../domain/offering.js';
import { isSecret } from '../domain/places.js';
import { publicId } from '../views/organizations.js';

/** Objects of the Human Services Data Specification 3, made of entries of the directory. */
export type HsdsObject = Readonly<Record<string, unknown>> & { readonly id: string };

/** The lists whose codes are told as taxonomies: kinds of bodies, and of what they do. */
const taxonomyNames = { institutionTypes: 'Tipos de institución', services: 'Tipos de servicio' } as const;
type TaxonomyName = keyof typeof taxonomyNames;

export const taxonomies = (): readonly HsdsObject[] =>
  Object.entries(taxonomyNames).map(([list, name]) => ({
    id: publicId('taxonomy', list),
    name,
    description: `${name} de las rutas de atención de la violencia`,
  }));

/** The terms of both taxonomies over all countries; a code that several have is one term. */
export function taxonomyTerms(): readonly HsdsObject[] {
  const terms = new Map<string, HsdsObject>();
  for (const country of jurisdictionIds()) {
    const { institutionTypes, codes } = jurisdiction(country);
    for (const list of Object.keys(taxonomyNames) as TaxonomyName[]) {
      for (const { code, label_es } of list === 'institutionTypes' ? institutionTypes : (codes[list]?.entries ?? [])) {
        const id = termId(list, code);
        const taxonomy = { taxonomy: taxonomyNames[list], taxonomy_id: publicId('taxonomy', list) };
        if (!terms.has(id))
          terms.set(id, { id, code, name: label_es, description: label_es, language: 'es', ...taxonomy });
      }
    }
  }
  return [...terms.values()];
}

export const termId = (list: TaxonomyName, code: string): string => publicId('term', list, code);

const attribute = (entity: string, link: string, list: TaxonomyName, code: string): readonly HsdsObject[] => [
  {
    id: publicId('attribute', link, code),
    ...{ link_id: link, link_entity: entity, taxonomy_term_id: termId(list, code), value: code },
  },
];

/** Without what is not there. */
const only = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );

const dayOf = ({ country }: OrganizationEntry, at: string): string => localDate(at, jurisdiction(country).zone);

/** @param full with everything that hangs on it */
export function organizationObject(entry: OrganizationEntry, at: string, full: boolean): HsdsObject {
  const id = publicId('organization', entry.id);
  const { description, phones = [], website, parent } = entry.about;
  const day = dayOf(entry, at);
  const name = nameOn(entry, day);
  const nested = () => ({
    phones: phones.map((number, index) => ({
      id: publicId('phone', entry.id, `${index}`),
      number,
      organization_id: id,
    })),
    // The code of a shelter may tell its district.
    organization_identifiers: isSecret(entry.country, entry.kind)
      ? []
      : [
          {
            id: publicId('identifier', entry.id),
            organization_id: id,
            identifier_type: 'Chaski',
            identifier: entry.id,
          },
        ],
    locations: locationObjects(entry),
    attributes: attribute('organization', id, 'institutionTypes', entry.kind),
    services: entry.services.map((service) => serviceObject(entry, service, at, true)),
  });
  return {
    id,
    name,
    description: description ?? name,
    ...only({
      alternate_name: otherNamesOn(entry, day).join('; ') || undefined,
      website,
      parent_organization_id: parent === undefined ? undefined : publicId('organization', parent),
      ...(full ? nested() : {}),
    }),
  };
}

/** @param full with everything that hangs on it */
export function serviceObject(entry: OrganizationEntry, service: ServiceEntry, at: string, full: boolean): HsdsObject {
  const id = publicId('service', entry.id, service.id);
  const day = dayOf(entry, at);
  const { minimumAge, maximumAge, sexes, territory, languages, documents } = service.eligibility;
  const part = (kind: string, value: string) => ({ id: publicId(kind, entry.id, service.id, value), service_id: id });
  const hidden = service.confidential || isSecret(entry.country, entry.kind);
  const status = statusOn(service, day);
  const nested = () => ({
    schedules: scheduleObjects(entry, service),
    // Where people of a shelter come from says where it may be.
    service_areas: hidden
      ? []
      : (territory ?? []).map((extent) => ({ ...part('area', extent), extent, extent_type: 'ubigeo' })),
    languages: (languages ?? []).map((code) => ({ ...part('language', code), code: code.toLowerCase() })),
    required_documents: (documents ?? []).map((document) => ({ ...part('document', document), document })),
    service_at_locations: placeObjects(entry, service),
    attributes: attribute('service', id, 'services', service.kind),
  });
  return {
    id,
    organization_id: publicId('organization', entry.id),
    name: service.name,
    status:
      standing(entry, service, day).includes('INACTIVE') && status === 'active' ? 'inactive' : status.replace('-', ' '),
    ...only({
      minimum_age: minimumAge,
      maximum_age: maximumAge,
      eligibility_description: sexes?.map((sex) => sexLabel(entry.country, sex)).join(', '),
      assured_date: service.assured && localDate(service.assured.at, jurisdiction(entry.country).zone),
      alert: service.conciliation ? 'Conciliación: no se deriva violencia a este servicio.' : undefined,
      last_modified: service.modifiedAt,
      ...(full ? nested() : {}),
      x_chaski_capacity: service.capacity && capacityObject(service.capacity),
    }),
  };
}

const sexLabel = (country: string, sex: string): string =>
  jurisdiction(country).codes['sexes']?.entries.find(({ code }) => code === sex)?.label_es ?? sex;

/** Not part of the specification: what it discusses as capacity, under a name of our own. */
const capacityObject = ({ unit, total, free, at }: NonNullable<ServiceEntry['capacity']>) => ({
  unit_type: unit,
  capacity: total,
  vacancy: free,
  updated: at,
});

function scheduleObjects({ id, country }: OrganizationEntry, service: ServiceEntry): readonly HsdsObject[] {
  const offset = offsetOf(country);
  const shared = (...parts: readonly string[]) => ({
    id: publicId('schedule', id, service.id, ...parts),
    service_id: publicId('service', id, service.id),
    timezone: offset.hours,
  });
  const time = (local: string | undefined) => (local === undefined ? undefined : `${local}${offset.suffix}`);
  return [
    ...service.schedules.map(({ byday, opensAt, closesAt, validFrom, validTo }) => ({
      ...shared(byday.join(','), opensAt, closesAt, validFrom ?? '', validTo ?? ''),
      ...{ freq: 'WEEKLY', wkst: 'MO', byday: byday.join(','), opens_at: time(opensAt), closes_at: time(closesAt) },
      ...only({ valid_from: validFrom, valid_to: validTo }),
    })),
    ...service.exceptions.map(({ day, opensAt, closesAt }) => ({
      ...shared(day, opensAt ?? '', closesAt ?? ''),
      ...{ valid_from: day, valid_to: day },
      ...(opensAt === undefined ? { notes: 'Cerrado' } : { opens_at: time(opensAt), closes_at: time(closesAt) }),
    })),
  ];
}

/** The offset of a country's clocks, neither of which is set forward or back. */
function offsetOf(country: string): { readonly hours: number; readonly suffix: string } {
  const hours = Number(zoned('2026-01-01T12:00:00.000Z', jurisdiction(country).zone).time.slice(0, 2)) - 12;
  return { hours, suffix: `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00` };
}

/** None of a shelter: not even that there is one. */
export function locationObjects(entry: OrganizationEntry): readonly HsdsObject[] {
  if (isSecret(entry.country, entry.kind)) return [];
  return entry.locations.map(({ location, kind, name, address, district = '', latitude, longitude }) => {
    const id = publicId('location', entry.id, location);
    const lines = { address_1: address, city: district, state_province: '', postal_code: '', country: entry.country };
    return {
      id,
      organization_id: publicId('organization', entry.id),
      location_type: kind,
      ...only({
        name,
        latitude,
        longitude,
        addresses:
          address === undefined ? [] : [{ id: publicId('address', id), location_id: id, ...lines, address_type: kind }],
      }),
    };
  });
}

/** None of a confidential service. */
export function placeObjects(entry: OrganizationEntry, service: ServiceEntry): readonly HsdsObject[] {
  if (service.confidential || isSecret(entry.country, entry.kind)) return [];
  const known = new Map(locationObjects(entry).map((location) => [location.id, location]));
  return service.locations.flatMap((code) => {
    const location = known.get(publicId('location', entry.id, code));
    if (location === undefined) return [];
    const id = publicId('place', entry.id, service.id, code);
    return [{ id, service_id: publicId('service', entry.id, service.id), location_id: location.id, location }];
  });
}
