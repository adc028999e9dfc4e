import { Refusal } from '#decider';
import { jurisdiction } from './jurisdictions.js';

/**
 * What is registered here is told to others as it is, so it must have the form they may be told: the publication stops at
 * anything else, and every view and report behind it with it.
 */

/**
 * @throws Refusal `<capability>/bad-code` not 1 to 80 letters, digits and `._:/-`, beginning with a letter or digit; or
 * what every object has under its name, such as `constructor`: things are kept by their codes
 */
export function refuseBadCode(capability: string, code: string): void {
  if (/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}$/u.test(code) && !(code in Object.prototype)) return;
  throw new Refusal(`${capability}/bad-code`, 'a code is up to 80 letters, digits and ._:/-', 'invalid');
}

/** @throws Refusal `<capability>/bad-name` not 1 to 160 characters on one line, or it may be an address or a number to call */
export function refuseBadName(capability: string, name: string): void {
  if (/^[^@\p{Cc}\u2028\u2029]{1,160}$/u.test(name) && /\S/u.test(name) && !/\d{7}/u.test(name)) return;
  throw new Refusal(`${capability}/bad-name`, 'this is no public name of one line', 'invalid');
}

/** @throws Refusal `<capability>/unknown-country` */
export function refuseUnknownCountry(capability: string, country: string): void {
  try {
    jurisdiction(country);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal(`${capability}/unknown-country`, 'there is no such jurisdiction here', 'invalid');
  }
}

/** @throws Refusal `<capability>/bad-district` not a code, or in Peru not a ubigeo of six digits */
export function refuseBadDistrict(capability: string, country: string, district: string): void {
  if ((country === 'PE' ? /^\d{6}$/u : /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}$/u).test(district)) return;
  throw new Refusal(`${capability}/bad-district`, 'a district has its official code', 'invalid');
}
