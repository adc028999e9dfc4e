import { randomUUID } from 'node:crypto';
import type { QueryBus } from '@nestjs/cqrs';
import { ageSealed, type KeyOwner } from '#vault';
import { type Platform, send } from '../../platform.js';
import { dataCategories } from '../../protocol/index.js';
import { CaseStanding, RecordOfPerson } from '../../questions.js';
import { untilDone } from '../../until-done.js';
import { type SealOfCase, sealingDecider } from '../domain/sealing.js';

export interface PutAwayOptions {
  /** Public keys of age of whoever ordered the seals. */
  readonly recipients: readonly string[];
  /** Milliseconds until what was held up is tried again; a minute unless told. */
  readonly retryAfter?: number;
}

/** The keys that a court's seal puts away: all of a person's but those that orders are sealed with. */
export const ownersOf = (person: string): readonly KeyOwner[] =>
  dataCategories.entries.map(({ code }) => ({ subject: person, category: code }));

/** How the seal on a case stands, from the record itself. */
export async function sealOf({ log }: Pick<Platform, 'log'>, id: string): Promise<SealOfCase> {
  let state = sealingDecider.initial;
  for await (const { type, data, metadata } of log.readStream(`seal-${id}`)) {
    const { actor = '', commandId = '', recordedAt = '' } = metadata;
    const event = sealingDecider.events.decode(type, Number(metadata['schema']), data);
    state = sealingDecider.evolve(state, event, { actor, commandId, recordedAt });
  }
  return state;
}

/**
 * Puts the keys of persons away whose cases are sealed by order of a court. The keys are hers, not the case's: while another
 * case of hers is open to those who attend her in it, they stay. Done again it is harmless, so a vault restored from before is
 * put right when the process starts.
 */
export class PutAway {
  constructor(
    private readonly platform: Platform,
    private readonly queries: Pick<QueryBus, 'execute'>,
    private readonly options: PutAwayOptions,
  ) {}

  run(signal: AbortSignal): Promise<void> {
    const { retryAfter = 60_000 } = this.options;
    const keyOf = (stream: string): string => stream.slice('seal-'.length);
    const work = (id: string): Promise<boolean> => this.putAway(id);
    return untilDone(this.platform.log, { types: ['CaseSealed'], keyOf, work, retryAfter }, signal);
  }

  /** @returns whether there is nothing left to do */
  async putAway(id: string): Promise<boolean> {
    const { platform, queries } = this;
    const stands = await queries.execute(new CaseStanding({ id }, ''));
    const record = stands && (await queries.execute(new RecordOfPerson(stands.person)));
    if (stands === undefined || record === undefined) return false;
    const { person } = stands;
    const found = await Promise.all(
      record.cases.map(async (each) => ({ id: each.id, seal: await sealOf(platform, each.id) })),
    );
    const ordered = found.filter(({ seal }) => seal.on === 'COURT_ORDER');
    const all = ordered.length > 0 && found.every(({ seal }) => seal.sealed);
    if (all) await this.#tell(person, ordered);
    // Cut off before it was told, and lifted since: it has to be known, or they would never come back.
    else if (await this.#isAway(person)) await this.#tell(person, found);
    return true;
  }

  /** Puts them away, or finishes that, and has it on record for each of these cases that a decision had sealed. */
  async #tell(person: string, cases: readonly { readonly id: string; readonly seal: SealOfCase }[]): Promise<void> {
    const { recipients } = this.options;
    const { keys } = await this.platform.vault.putAway(ownersOf(person), ageSealed(recipients));
    const sealed = cases.flatMap(({ id, seal }) => (seal.by === undefined ? [] : [{ id, sealing: seal.by }]));
    for (const { id, sealing } of sealed) {
      const command = { do: 'put-away', sealing, case: id, person, keys, recipients };
      // The rules tell once what happened: keys may go, come back and go again on the same decision.
      const commandId = randomUUID();
      await send(this.platform, 'seal', { id, command, commandId, actor: 'chaski', origin: 'policy' });
    }
  }

  async #isAway(person: string): Promise<boolean> {
    const away = await Promise.all(ownersOf(person).map((owner) => this.platform.vault.isAway(owner)));
    return away.includes(true);
  }
}
