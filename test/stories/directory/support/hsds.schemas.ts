/**
 * Objects of the Human Services Data Specification 3.0 as JSON Schema 2020-12: its field names, its required fields and
 * its lists of values. A field it does not have is refused, but for those whose name says that they are ours.
 */
const id = { type: 'string', format: 'uuid' };
const text = { type: 'string' };
const number = { type: 'number' };
const day = { type: 'string', format: 'date' };
const instant = { type: 'string', format: 'date-time' };
const list = (items: object) => ({ type: 'array', items, minItems: 1 });

const object = (required: readonly string[], properties: Readonly<Record<string, object>>) => ({
  type: 'object',
  required,
  properties,
  patternProperties: { '^x_chaski_': {} },
  additionalProperties: false,
});

const attribute = object(['id'], {
  ...{ id, link_id: id, taxonomy_term_id: id, link_type: text, link_entity: text, value: text },
});

const phone = object(['id', 'number'], { id, number: text, organization_id: id, service_id: id, description: text });

const kinds = { enum: ['physical', 'postal', 'virtual'] };

const address = object(['id', 'address_1', 'city', 'state_province', 'postal_code', 'country', 'address_type'], {
  ...{ id, location_id: id, address_1: text, address_2: text, city: text, region: text },
  ...{ state_province: text, postal_code: text, country: { type: 'string', pattern: '^[A-Z]{2}$' } },
  address_type: kinds,
});

const location = object(['id', 'location_type'], {
  ...{ id, location_type: kinds, organization_id: id, name: text, description: text },
  ...{ latitude: number, longitude: number, addresses: list(address), phones: list(phone) },
});

const time = { type: 'string', pattern: '^([01]\\d|2[0-4]):[0-5]\\d(Z|[+-]\\d\\d:\\d\\d)$' };

const schedule = object(['id'], {
  ...{ id, service_id: id, valid_from: day, valid_to: day, timezone: number, byday: text, notes: text },
  ...{ wkst: { enum: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] }, freq: { enum: ['WEEKLY', 'MONTHLY'] } },
  ...{ opens_at: time, closes_at: time },
});

const place = object(['id'], { id, service_id: id, location_id: id, description: text, location });

const ofService = (fields: Readonly<Record<string, object>>) => object(['id'], { id, service_id: id, ...fields });

const serviceFields = {
  ...{ id, organization_id: id, name: text, alternate_name: text, description: text },
  status: { enum: ['active', 'inactive', 'defunct', 'temporarily closed'] },
  ...{ eligibility_description: text, minimum_age: number, maximum_age: number },
  ...{ assured_date: day, alert: text, last_modified: instant },
  schedules: list(schedule),
  service_areas: list(ofService({ name: text, extent: text, extent_type: text })),
  languages: list(ofService({ name: text, code: text })),
  required_documents: list(ofService({ document: text })),
  service_at_locations: list(place),
  attributes: list(attribute),
};
const service = object(['id', 'name', 'status'], serviceFields);

const organization = object(['id', 'name', 'description'], {
  ...{ id, name: text, alternate_name: text, description: text, website: text, parent_organization_id: id },
  phones: list(phone),
  locations: list(location),
  organization_identifiers: list(
    object(['id', 'identifier_type', 'identifier'], {
      ...{ id, organization_id: id, identifier_scheme: text, identifier_type: text, identifier: text },
    }),
  ),
  attributes: list(attribute),
  services: list(service),
});

const taxonomy = object(['id', 'name', 'description'], { id, name: text, description: text, version: text });
const taxonomyTerm = object(['id', 'name', 'description'], {
  ...{ id, code: text, name: text, description: text, language: text, taxonomy: text, taxonomy_id: id },
});

/** By the last part of the path of a list. */
export const hsdsSchemas = {
  organizations: organization,
  services: object(['id', 'name', 'status'], { ...serviceFields, organization }),
  locations: location,
  service_at_locations: place,
  taxonomies: taxonomy,
  taxonomy_terms: taxonomyTerm,
} as const;

/** A page of a list. */
export const pageSchema = (contents: object) =>
  object(['total_items', 'total_pages', 'page_number', 'size', 'first_page', 'last_page', 'empty', 'contents'], {
    ...{ total_items: number, total_pages: number, page_number: number, size: number },
    ...{ first_page: { type: 'boolean' }, last_page: { type: 'boolean' }, empty: { type: 'boolean' } },
    contents: { type: 'array', items: contents },
  });
