import { Refusal } from '#decider';
import { jurisdiction } from '../../protocol/index.js';
import type { DirectoryEvents } from './events.js';
import type { Organization } from './state.js';

type Location = DirectoryEvents['LocationSet'];

/** Whether bodies of this kind must never be found by their address: shelters. */
export const isSecret = (country: string, kind: string): boolean =>
  country !== '' && jurisdiction(country).institutionTypes.some((type) => type.code === kind && type.secretAddress);

/** Whether it says where something is. */
const tellsPlace = ({ address, district, latitude, longitude }: Omit<Location, 'location' | 'kind'>): boolean =>
  [address, district, latitude, longitude].some((each) => each !== undefined);

/**
 * Whoever is hidden in a shelter is found through a directory only if its place was ever written there.
 * @throws Refusal `directory/secret-address`; `directory/bad-coordinates`
 */
export function refuseSecretPlace(state: Organization, location: Location): void {
  const { latitude, longitude } = location;
  const inRange = Math.abs(latitude ?? 0) <= 90 && Math.abs(longitude ?? 0) <= 180;
  if ((latitude === undefined) !== (longitude === undefined) || !inRange) {
    throw new Refusal('directory/bad-coordinates', 'latitude and longitude go together, in degrees', 'invalid');
  }
  if (!tellsPlace(location)) return;
  const hidden = Object.values(state.offers).filter(({ confidential }) => confidential === true);
  const usedByHidden = hidden.some(({ service }) => placesOf(state, service).includes(location.location));
  if (isSecret(state.country, state.about?.kind ?? '') || usedByHidden) {
    throw new Refusal('directory/secret-address', 'the place of a shelter is never written down', 'invalid');
  }
}

/** @throws Refusal `directory/unknown-location`; `directory/secret-address` a confidential service at a known place */
export function placesServices(state: Organization, { service, locations }: DirectoryEvents['ServicePlaced']): void {
  for (const id of locations) {
    const location = Object.hasOwn(state.locations, id) ? state.locations[id] : undefined;
    if (location === undefined) throw new Refusal('directory/unknown-location', 'there is no such location', 'unknown');
    if (state.offers[service]?.confidential === true && tellsPlace(location)) {
      throw new Refusal('directory/secret-address', 'the place of a shelter is never written down', 'invalid');
    }
  }
}

const placesOf = ({ said }: Organization, service: string): readonly string[] =>
  (said[`ServicePlaced ${service}`] as DirectoryEvents['ServicePlaced'] | undefined)?.locations ?? [];
