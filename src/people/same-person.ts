import { Problem } from '#service';
import type { Platform } from '../platform.js';
import { staff } from './views/staff.js';

type Needs = Pick<Platform, 'views'>;

/** Whether two codes are of one person: one code, or two that were enrolled for the same login. */
export async function samePerson({ views }: Needs, one: string, other: string): Promise<boolean> {
  if (one === other) return true;
  const [first, second] = await Promise.all([views.get(staff, one), views.get(staff, other)]);
  return first !== undefined && first.login === second?.login;
}

/** For what takes two persons. @throws Problem 409 with this code: both codes are of one */
export async function assertTwo(platform: Needs, one: string, other: string, problem: string): Promise<void> {
  if (await samePerson(platform, one, other)) throw new Problem(409, problem);
}
