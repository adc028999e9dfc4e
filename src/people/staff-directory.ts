import type { Identity } from '#service';
import type { Platform } from '../platform.js';
import { soon } from '../requests.js';
import type { Staff } from './people.js';
import { staffDecider, type StaffMember } from './domain/staff.js';
import { staff } from './views/staff.js';

type Needs = Pick<Platform, 'log' | 'views' | 'vault'>;

/** How a provider's word for somebody is kept: a digest under the deployment's secret. */
export const loginOf = ({ vault }: Pick<Platform, 'vault'>, { issuer, subject }: Identity): Promise<string> =>
  vault.mac('login', JSON.stringify([issuer, subject]));

/** Who works here, by how a provider knows them. */
export class StaffDirectory {
  constructor(private readonly platform: Needs) {}

  /** Whoever it is, if they work here now: read from the record itself, so that a suspension counts at once. */
  async find(identity: Identity): Promise<Staff | undefined> {
    const { views } = this.platform;
    const list = `login/${await loginOf(this.platform, identity)}`;
    const codes = await soon(this.platform, [staff], async () => {
      const listed = await views.list(staff, list, { limit: 10 });
      return listed.length === 0 ? undefined : listed.map(({ key }) => key);
    });
    const members = await Promise.all((codes ?? []).map(async (code) => ({ code, ...(await this.#now(code)) })));
    const login = list.slice('login/'.length);
    const active = members.filter((each) => each.status === 'active' && each.login === login);
    const [only] = active;
    // Nobody is two people: whoever is enrolled twice is nobody until that is mended.
    if (only?.role === undefined || active.length > 1) return undefined;
    const { code, institution, country, role } = only;
    return { code, institution, country, role };
  }

  async #now(code: string): Promise<StaffMember> {
    const { events } = staffDecider;
    let member = staffDecider.initial;
    for await (const { type, data, metadata } of this.platform.log.readStream(`staff-${code}`)) {
      member = staffDecider.evolve(member, events.decode(type, Number(metadata['schema']), data));
    }
    return member;
  }
}
