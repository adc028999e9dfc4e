import type { OrganizationRecord, ServiceRecord } from '../../../records.js';
import { coded, fhirId, organizationRef, type Resource, serviceId, systems } from './elements.js';

export const organizationOf = ({ id, name, otherNames, kind, country, modifiedAt }: OrganizationRecord): Resource => ({
  resourceType: 'Organization',
  id: fhirId(id),
  meta: { lastUpdated: modifiedAt },
  identifier: [{ system: systems.organization, value: id }],
  active: true,
  type: [coded('institutionTypes', kind)],
  name,
  ...(otherNames.length === 0 ? {} : { alias: otherNames }),
  address: [{ country }],
});

/** A service as one may refer to it; no address, because some must not be found. */
export function healthcareServiceOf(organization: OrganizationRecord, service: ServiceRecord): Resource {
  return {
    resourceType: 'HealthcareService',
    id: serviceId(organization.id, service.id),
    meta: { lastUpdated: organization.modifiedAt },
    active: service.status === 'active' && service.receivesReferrals,
    providedBy: organizationRef(organization.id),
    type: [coded('serviceKinds', service.kind)],
    name: service.name,
  };
}

/** Every service of these organizations, by id. */
export const servicesOf = (organizations: readonly OrganizationRecord[]): readonly Resource[] =>
  organizations.flatMap((each) => each.services.map((service) => healthcareServiceOf(each, service)));

/** Whose service an id of FHIR names. */
export function serviceOfId(
  organizations: readonly OrganizationRecord[],
  id: string,
): { readonly organization: string; readonly service: string } | undefined {
  for (const each of organizations) {
    const service = each.services.find((one) => serviceId(each.id, one.id) === id);
    if (service !== undefined) return { organization: each.id, service: service.id };
  }
  return undefined;
}
