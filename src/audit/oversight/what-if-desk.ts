import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, Problem } from '#service';
import { Lists } from '../../people/access/lists.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { ReferralsOfCase, Replay } from '../../questions.js';
import { Apart } from '../apart.js';
import { pastOf } from '../domain/replay.js';
import { isOfWaits, type Wait, Waits } from '../domain/waits.js';
import { type OtherRules, type WhatIf, whatIf } from '../domain/what-if.js';

/** Whose clocks: those of a case and its referrals, or of a board's districts. */
export type ClocksOf = { readonly case: string } | { readonly board: string };

/** What would have become of deadlines under other rules. Writes nothing but whose deadlines it told of. */
@Injectable()
export class WhatIfDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Apart) private readonly apart: Apart,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  /**
   * Without the clocks of what the actor is concerned in.
   * @throws Problem 404; Refusal `what-if/unknown-rule`, `what-if/bad-term`
   */
  async answer(actor: Actor, of: ClocksOf, rules: OtherRules, judgedAt: string | undefined): Promise<WhatIf> {
    if ('case' in of) await this.apart.assertOpen(actor, `case-${of.case}`);
    const all = 'case' in of ? await this.#ofCase(of.case) : await this.#ofBoard(of.board);
    if ('case' in of) await this.apart.looked(actor, `case-${of.case}`);
    const waits = await this.apart.keep(actor, all, ({ stream }) => [stream]);
    const found = whatIf(waits, rules, judgedAt ?? this.platform.clock.now());
    // Of one case, that it is looked at is on record already.
    const differing = 'board' in of ? found.differ.map(({ stream }) => stream) : [];
    await this.lists.shown(actor, 'listClocks', differing);
    return found;
  }

  async #ofCase(id: string): Promise<readonly Wait[]> {
    const referrals = await this.queries.execute(new ReferralsOfCase(id));
    const waits = new Waits();
    let any = false;
    for (const stream of [`case-${id}`, ...referrals.map((each) => `referral-${each}`)]) {
      for await (const event of this.platform.log.readStream(stream)) {
        any = true;
        waits.take(event);
      }
    }
    if (!any) throw new Problem(404, 'not-found');
    return waits.all();
  }

  async #ofBoard(id: string): Promise<readonly Wait[]> {
    const events = await pastOf(this.platform.log, `board-${id}`, {});
    if (events.length === 0) throw new Problem(404, 'not-found');
    const board = (await this.queries.execute(new Replay('board', id, events))) as
      { readonly country?: string; readonly territory?: readonly string[] } | undefined;
    const territory = new Set(board?.territory);
    const waits = new Waits();
    for await (const { events: page } of this.platform.log.readAll()) {
      for (const event of page) if (isOfWaits(event)) waits.take(event);
    }
    return waits.all().filter(({ country, district }) => country === board?.country && territory.has(district));
  }
}
