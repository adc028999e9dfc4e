import { allListed } from '#projection';
import { Problem } from '#service';
import type { Platform } from '../platform.js';
import { staff } from './views/staff.js';

type Needs = Pick<Platform, 'views'>;

/** Every code of whoever has this one: this one, and those that were enrolled for the same login. */
export async function codesOfPerson({ views }: Needs, code: string): Promise<readonly string[]> {
  const known = await views.get(staff, code);
  if (known === undefined) return [code];
  return (await allListed(views, staff, `login/${known.login}`)).map((each) => each.code);
}

/** Whether two codes are of one person. */
export const samePerson = async (platform: Needs, one: string, other: string): Promise<boolean> =>
  one === other || (await codesOfPerson(platform, one)).includes(other);

/** For what takes two persons. @throws Problem 409 with this code: both codes are of one */
export async function assertTwo(platform: Needs, one: string, other: string, problem: string): Promise<void> {
  if (await samePerson(platform, one, other)) throw new Problem(409, problem);
}
