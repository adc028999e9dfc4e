import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { everyListed } from '#projection';
import { type Actor, Problem } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { CasesOfSamePerson, CaseStanding, ReferralStanding, type Stands } from '../../questions.js';
import { recordRead } from '../../reads.js';
import { soon } from '../../requests.js';
import type { Role } from '../domain/roles.js';
import { orderClass } from '../domain/sealing.js';
import { codesOfPerson } from '../same-person.js';
import { conflicts, conflictsOf } from '../views/conflicts.js';
import { glasses } from '../views/glasses.js';
import { seals } from '../views/sealings.js';
import type { DecryptGrant } from './grant.js';
import type { Policies } from './policies.js';
import {
  type Acting,
  type CaseAction,
  type CaseClass,
  type Decision,
  type FieldClass,
  type OfficeAction,
  openAction,
  type OpenAction,
  programmeClass,
  type Purpose,
  type Question,
  type ReferralAction,
  type Standing,
} from './vocabulary.js';

/** The injection token of the policies. */
export const POLICIES = Symbol('policies');

/** What somebody wants to do, and to what. */
export type Wish =
  | OnThing
  | {
      readonly action: OfficeAction;
      /** The institution it belongs to, where it belongs to one. */
      readonly of?: string;
      readonly given?: Role;
      readonly purpose?: Purpose;
    };
type OnThing =
  | { readonly action: CaseAction | OpenAction; readonly case: string; readonly purpose?: Purpose }
  | { readonly action: ReferralAction | OpenAction; readonly referral: string; readonly purpose?: Purpose };

/** An answer, and for what purpose it was given. */
export interface Decided extends Decision {
  readonly purpose: Purpose;
  /** How the thing stands, if it is there at all. */
  readonly stands?: Stands & Standing;
  /** The emergency access that allowed it. */
  readonly glass?: string;
}

/** Milliseconds a grant opens what it opens: a request takes no longer. */
const grantLasts = 60_000;

/** The system itself, where it reads to find somebody again and shows nobody. */
const system = { code: 'chaski', institution: '', role: 'system' } as const;

/** The one place where it is decided who may do what. Grants are made here and nowhere else. */
@Injectable()
export class Access {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(POLICIES) private readonly policies: Policies,
  ) {}

  /**
   * Whether somebody may. What is not there, nobody may.
   * @param concerns the cases they are concerned in, where that was asked already
   */
  async decide(actor: Actor, wish: Wish, concerns?: ReadonlySet<string>): Promise<Decided> {
    if (!('case' in wish) && !('referral' in wish)) return this.#office(actor, wish);
    const { purpose = 'care' } = wish;
    const stands = await this.#stands(actor, wish, concerns ?? (await this.concernsOf(actor)));
    if (stands === undefined) return { allowed: false, policies: [], purpose };
    const { relation, state, conflict, glass } = stands;
    const standing = { relation, state, conflict, glass: glass !== undefined };
    const role = actor.role as Acting;
    const ask = (on: Purpose): Decision =>
      this.policies.ask({
        ...{ role, action: wish.action, purpose: on, ...standing },
        kind: 'case' in wish ? 'Case' : 'Referral',
      } as Question);
    const decision = ask(purpose);
    const answer = { ...decision, purpose, stands: { ...stands, ...standing } };
    if (decision.allowed || glass === undefined || purpose !== 'care') return answer;
    const emergency = ask('emergency');
    return emergency.allowed ? { ...answer, ...emergency, purpose: 'emergency', glass } : answer;
  }

  /**
   * Goes on if somebody may. What was refused is recorded before it is told.
   * @param unknown the problem's code where there is no such thing, or none of theirs: one cannot be told from the other
   * @throws Problem 403 `forbidden`, 404 `unknown`, 410 `erased`, 423 `case/sealed`; LogUnavailable when it cannot be recorded
   */
  async assert(actor: Actor, wish: Wish, unknown = 'not-found'): Promise<Decided> {
    const decided = await this.decide(actor, wish);
    if (decided.allowed) return decided;
    const onThing = 'case' in wish || 'referral' in wish;
    const stream = 'case' in wish ? `case-${wish.case}` : 'referral' in wish ? `referral-${wish.referral}` : undefined;
    await this.#refused(actor, wish.action, stream ?? `staff-${actor.code}`, decided);
    if (!onThing) throw new Problem(403, 'forbidden');
    const { stands, policies } = decided;
    const known = stands !== undefined && this.#wouldSee(actor, 'case' in wish ? 'Case' : 'Referral', stands);
    if (known && policies.includes('never-when-sealed')) throw new Problem(423, 'case/sealed');
    if (known && policies.includes('never-work-on-erased')) throw new Problem(410, 'erased');
    throw new Problem(404, unknown);
  }

  /**
   * What somebody may open of a case or a referral: of these classes, those that the policies allow.
   * @returns undefined where they may open none
   */
  async grant(
    actor: Actor,
    on: { readonly case: string } | { readonly referral: string },
    classes: readonly CaseClass[],
    purpose: Purpose = 'care',
  ): Promise<DecryptGrant | undefined> {
    const allowed: CaseClass[] = [];
    let reader: DecryptGrant['reader'] = { purpose };
    for (const each of classes) {
      const decided = await this.decide(actor, { action: openAction(each), ...on, purpose });
      if (!decided.allowed) continue;
      allowed.push(each);
      reader = readerOf(actor, decided);
    }
    if (allowed.length === 0) return undefined;
    return this.#mint(actor, 'case' in on ? `case-${on.case}` : `referral-${on.referral}`, allowed, reader);
  }

  /** The same for the system, which finds persons again by keyed digests. It is nobody's colleague, and waits for no view. */
  grantToIndex(id: string): DecryptGrant | undefined {
    const nobodys = { relation: 'none', state: 'open', conflict: false, glass: false } as const;
    const asked = { role: 'system', action: 'openIdentity', purpose: 'index', kind: 'Case' } as const;
    const decision = this.policies.ask({ ...asked, ...nobodys });
    if (!decision.allowed) return undefined;
    return this.#mint(system, `case-${id}`, ['identity'], readerOf(system, { ...decision, purpose: 'index' }));
  }

  /** For whoever reviews an emergency access: the words it was explained with. @throws Problem 403 */
  async grantToReview(actor: Actor, { staff, owner }: { readonly staff: string; readonly owner: string }) {
    const decided = await this.assert(actor, { action: 'reviewGlass', of: owner, purpose: 'review' });
    return this.#mint(actor, `glass-${staff}`, ['narrative'], readerOf(actor, decided));
  }

  /** For whoever looks after personal data: the court's order a case was sealed on, where they may read it. */
  async grantToOrder(actor: Actor, id: string): Promise<DecryptGrant | undefined> {
    const decided = await this.decide(actor, { action: 'readOrder', purpose: 'review' });
    if (!decided.allowed) return undefined;
    return this.#mint(actor, `seal-${id}`, [orderClass, 'narrative'], readerOf(actor, decided));
  }

  /** For the institution that keeps a file of a programme: what is sealed in it. @throws Problem 403 */
  async grantToProgramme(actor: Actor, { stream, keeper }: { readonly stream: string; readonly keeper: string }) {
    const decided = await this.assert(actor, { action: 'openProgramme', of: keeper });
    return this.#mint(actor, stream, [programmeClass], readerOf(actor, decided));
  }

  /** Of the things in a list, those somebody may see: by the same rules as each by itself. */
  async visible<T>(actor: Actor, items: readonly T[], wish: (item: T) => Wish): Promise<readonly T[]> {
    if (items.length === 0) return [];
    const concerns = await this.concernsOf(actor);
    const decided = await Promise.all(items.map((item) => this.decide(actor, wish(item), concerns)));
    return items.filter((_, index) => decided[index]?.allowed === true);
  }

  /**
   * The cases somebody must not see: those they are on record as concerned in, under this code or another one of their
   * login, and every other one of the same persons, also one that was opened or linked later.
   */
  async concernsOf({ code }: Pick<Actor, 'code'>): Promise<ReadonlySet<string>> {
    const { views } = this.platform;
    const codes = await codesOfPerson(this.platform, code);
    const concerns = new Set<string>();
    for (const each of codes) {
      for await (const { key } of everyListed(views, conflicts, conflictsOf(each))) {
        if (concerns.has(key)) continue;
        for (const id of await this.queries.execute(new CasesOfSamePerson(key))) concerns.add(id);
      }
    }
    return concerns;
  }

  /** Whether it would be open to them, were it neither sealed nor erased. Nobody else is told that it is. */
  #wouldSee({ role }: Actor, kind: 'Case' | 'Referral', { relation, conflict }: Standing): boolean {
    const asked = { role: role as Acting, purpose: 'care', relation, conflict, glass: false, state: 'open' } as const;
    const question =
      kind === 'Case'
        ? ({ ...asked, kind, action: 'readCase' } as const)
        : ({ ...asked, kind, action: 'readReferral' } as const);
    return this.policies.ask(question).allowed;
  }

  #office(actor: Actor, { action, of, given, purpose = 'care' }: Extract<Wish, { action: OfficeAction }>): Decided {
    const own = of !== undefined && of === actor.institution;
    const asked = { role: actor.role as Acting, action, purpose, kind: 'Office', own } as const;
    return { ...this.policies.ask({ ...asked, ...(given === undefined ? {} : { given }) }), purpose };
  }

  /** How a case or referral stands to somebody now; what emergency access of theirs is on. */
  async #stands(actor: Actor, wish: OnThing, concerns: ReadonlySet<string>) {
    const { institution, code } = actor;
    const stands = await ('case' in wish
      ? this.queries.execute(new CaseStanding({ id: wish.case }, institution))
      : this.queries.execute(new ReferralStanding(wish.referral, institution)));
    if (stands === undefined) return undefined;
    const seal = await this.platform.views.get(seals, stands.case);
    const ownWay = stands.relation === 'owner' || stands.relation === 'party';
    return {
      ...stands,
      state: seal?.sealed === true ? ('sealed' as const) : stands.state,
      conflict: concerns.has(stands.case),
      glass: ownWay || actor.role === 'system' ? undefined : await this.#glass(code, stands.case),
    };
  }

  async #glass(staff: string, id: string): Promise<string | undefined> {
    const { clock, views } = this.platform;
    const look = async (): Promise<string | undefined> => {
      const [last] = await views.list(glasses, `of/${staff}/${id}`, { limit: 1, descending: true });
      if (last === undefined || last.document.until <= clock.now()) return undefined;
      // Judged while it lasts, it ends at once.
      return last.document.outcome === 'NOT_JUSTIFIED' ? undefined : last.key;
    };
    return soon(this.platform, [glasses], look);
  }

  #mint(actor: Actor, stream: string, classes: readonly FieldClass[], reader: DecryptGrant['reader']): DecryptGrant {
    const { mintGrant, clock } = this.platform;
    const { code } = actor;
    const grant = mintGrant({ actor: code, purpose: reader.purpose, categories: classes, stream });
    const until = new Date(Date.parse(clock.now()) + grantLasts).toISOString();
    return { grant, actor: code, stream, classes, until, reader };
  }

  async #refused(actor: Actor, action: string, stream: string, decided: Decided): Promise<void> {
    // A process without keys has no personal data to refuse, and does not write.
    if ((this.platform as Partial<Platform>).mintGrant === undefined) return;
    await recordRead(this.platform, actor.code, 'Refused', { stream, action, ...readerOf(actor, decided) });
  }
}

/** Who it was that was answered so, for what is recorded of it. */
export const readerOf = (
  { institution, role }: Actor,
  { purpose, policies, glass }: Decided,
): DecryptGrant['reader'] => ({
  ...{ institution, role, purpose, policies },
  ...(glass === undefined ? {} : { glass }),
});
