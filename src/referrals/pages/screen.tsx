import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#service';
import { Pages } from '../../pages/pages.js';
import { Destinations } from '../../questions.js';
import { ReferralDesk } from '../http/referral-desk.js';
import type { ReferralCard } from '../views/referral-card.js';
import { ReferralPage, type ReferralPageProps } from './referral.js';

/** What is told beside how the referral stands. */
export type Telling = Partial<Pick<ReferralPageProps, 'notice' | 'refused' | 'failed'>>;

/** Shows a referral: when it is looked at, and again when a step of it was not taken. */
@Injectable()
export class ReferralScreen {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(ReferralDesk) private readonly desk: ReferralDesk,
  ) {}

  /** @throws Problem 404 there is none, or neither end is the actor's */
  async show(reply: FastifyReply, actor: Actor, id: string, telling: Telling = {}, status = 200): Promise<void> {
    const card = await this.desk.find(actor, id);
    const [name, message, notes, services, alternatives, together] = await Promise.all([
      this.pages.names(institutionsOf(card)),
      this.desk.message(actor, card),
      this.desk.notes(actor, card),
      this.queries.execute(new Destinations()),
      this.#alternatives(actor, card),
      card.bundle === undefined ? [] : this.desk.bundle(actor, card.bundle),
    ]);
    const props: ReferralPageProps = {
      ...{ card, name, message, notes, alternatives },
      reader: actor.institution,
      serviceOf: (organization, service) =>
        services.find((each) => each.organization === organization && each.service === service),
      allowed: this.desk.allowed(actor, card),
      together: together.length,
      notice: telling.notice,
      refused: telling.refused,
      failed: telling.failed,
      newKey: () => this.pages.newKey(),
      now: this.pages.now(),
    };
    await this.pages.send(reply, actor, undefined, <ReferralPage {...props} />, status);
  }

  /** Who could take what was not taken: told to the sender, who has to find somebody. */
  async #alternatives(actor: Actor, card: ReferralCard) {
    const back = card.status === 'declined' || card.status === 'unreachable';
    return back && actor.institution === card.from ? this.desk.alternatives(actor, card) : undefined;
  }
}

/** Everybody a page of this referral may name. */
export const institutionsOf = ({ from, to, legs, steps }: ReferralCard): readonly string[] => [
  ...new Set([from, to, ...legs.map((leg) => leg.to), ...steps.flatMap(({ institution = [] }) => institution)]),
];
