import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Handled } from '#event-log';
import { type Actor, type Identity, type Meta, Problem } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { KnownOrganization } from '../../questions.js';
import { soon } from '../../requests.js';
import { Access } from '../access/access.js';
import type { Role } from '../domain/roles.js';
import type { StaffCommand } from '../domain/staff.js';
import { samePerson } from '../same-person.js';
import { loginOf } from '../staff-directory.js';
import { staff, type StaffEntry } from '../views/staff.js';
import { countryOf } from '../people.js';
import { HandleStaff } from './commands.js';

const most = 500;

/** What somebody is enrolled with. */
export interface Enrolment extends Identity {
  readonly code: string;
  readonly institution: string;
  readonly role: Role;
}

/** Where it is said who works here, by the API and by the pages alike. */
@Injectable()
export class StaffDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Access) private readonly access: Access,
  ) {}

  /**
   * Enrols somebody under a code of their own.
   * @throws Problem 403 a role or a country that is not the actor's, 409 the provider's name is somebody else's already
   */
  async enrol(actor: Actor, meta: Meta, { code, issuer, subject, institution, role }: Enrolment): Promise<Handled> {
    await this.#mayGive(actor, role);
    const organization = await this.queries.execute(new KnownOrganization(institution));
    // Offices of coordination and oversight are in no directory.
    const inDirectory = role === 'worker' || role === 'supervisor';
    if (organization === undefined && inDirectory) throw new Problem(422, 'institution/unknown');
    const country = organization?.country ?? countryOf(actor) ?? 'PE';
    ofTheirs(actor, country);
    const login = await this.#freeLogin({ issuer, subject }, code);
    return this.#send(code, { do: 'enrol', login, institution, country, role }, meta);
  }

  /** @throws Problem 403, 404 */
  async giveRole(actor: Actor, code: string, meta: Meta, role: Role): Promise<Handled> {
    await this.#over(actor, code);
    await this.#mayGive(actor, role);
    return this.#send(code, { do: 'give-role', role }, meta);
  }

  /** Whoever has a login acts as whose it is: only who administers changes one. @throws Problem 403, 404, 409 */
  async changeLogin(actor: Actor, code: string, meta: Meta, identity: Identity): Promise<Handled> {
    await this.#mayGive(actor, 'administrator');
    await this.#over(actor, code);
    return this.#send(code, { do: 'change-login', login: await this.#freeLogin(identity, code) }, meta);
  }

  /** Suspends somebody, lets them in again, or ends their place here. @throws Problem 403, 404 */
  async take(
    actor: Actor,
    code: string,
    meta: Meta,
    command: Extract<StaffCommand, { do: 'suspend' | 'reinstate' | 'end' }>,
  ): Promise<Handled> {
    await this.#over(actor, code);
    return this.#send(code, command, meta);
  }

  async all(): Promise<readonly StaffEntry[]> {
    const listed = await this.platform.views.list(staff, 'all', { limit: most });
    return listed.map(({ document }) => document);
  }

  /** @throws Problem 404 */
  async one(code: string): Promise<StaffEntry> {
    const found = await soon(this.platform, [staff], () => this.platform.views.get(staff, code));
    if (found === undefined) throw new Problem(404, 'staff/unknown');
    return found;
  }

  /** Whoever may not give a role has no say over those who have it, nor over themselves. */
  async #over(actor: Actor, code: string): Promise<void> {
    const { role, country } = await this.one(code);
    if (await samePerson(this.platform, code, actor.code)) throw new Problem(403, 'forbidden');
    ofTheirs(actor, country);
    if (role !== undefined) await this.#mayGive(actor, role);
  }

  async #mayGive(actor: Actor, given: Role): Promise<void> {
    await this.access.assert(actor, { action: 'giveRole', given });
  }

  async #freeLogin(identity: Identity, code: string): Promise<string> {
    const login = await loginOf(this.platform, identity);
    const listed = await this.platform.views.list(staff, `login/${login}`, { limit: 10 });
    const others = listed.filter(({ key, document }) => key !== code && document.status !== 'ended');
    if (others.length > 0) throw new Problem(409, 'staff/login-taken', { allowed: [] });
    return login;
  }

  #send(id: string, command: StaffCommand, meta: Meta): Promise<Handled> {
    return this.commands.execute(new HandleStaff({ ...meta, id, command }));
  }
}

/** Who coordinates does so in their own country. @throws Problem 403 */
function ofTheirs(actor: Actor, country: string): void {
  if (actor.role === 'coordinator' && country !== countryOf(actor)) throw new Problem(403, 'forbidden');
}
