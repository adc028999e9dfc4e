import { deriveId } from '#decider';
import type { Handled, Position } from '#event-log';
import type { Vault } from '#vault';
import { type Platform, send } from '../../platform.js';
import { untilDone } from '../../until-done.js';
import type { StepCommand, UnderWay } from '../domain/erasure.js';
import { type Subject, subjectDecider } from '../domain/subject.js';
import { type ErasureStep, personOf } from '../domain/subject-events.js';

export interface CarryOutOptions {
  /** Forgets what was derived from a person's data, up to a position; answers with the places it was in. */
  readonly forget: (person: string, upTo: Position) => Promise<readonly string[]>;
  /** Days backups of the keys are kept. */
  readonly backupDays: number;
  /** Milliseconds until what was held up is tried again; a minute unless told. */
  readonly retryAfter?: number;
}

/** The step that comes next. */
const nextStep: Readonly<Record<Exclude<UnderWay['status'], 'asked'>, ErasureStep>> = {
  approved: 'fence',
  fenced: 'destroy',
  destroyed: 'purge',
  purged: 'certify',
};

/**
 * Carries erasures out once they were approved, step by step: what a step did is recorded before the next one begins, and
 * each step may be done again. So whatever cuts it off, it goes on where it was.
 */
export class CarryOut {
  constructor(
    private readonly platform: Platform,
    private readonly options: CarryOutOptions,
  ) {}

  /** Goes on with whatever was approved and is not certified, and takes what comes, until the signal aborts. */
  run(signal: AbortSignal): Promise<void> {
    const { retryAfter = 60_000 } = this.options;
    const work = (person: string): Promise<boolean> => this.carryOut(person);
    return untilDone(this.platform.log, { types: ['ErasureApproved'], keyOf: personOf, work, retryAfter }, signal);
  }

  /**
   * Goes on with the erasure of a person until it is certified, or a step cannot be done now.
   * @returns whether there is nothing left to do
   */
  async carryOut(person: string): Promise<boolean> {
    for (;;) {
      const { erasure } = await this.#subject(person);
      if (erasure === undefined || erasure.status === 'asked') return true;
      const step = nextStep[erasure.status];
      try {
        await this.#record(person, step, await this.#do(step, person, erasure));
      } catch (error) {
        // What went wrong may say whose data it was: only its kind is kept.
        const why = error instanceof Error ? error.name : 'Error';
        await this.#record(person, step, { do: 'hold-up', erasure: erasure.asked.erasure, step, why });
        return false;
      }
    }
  }

  async #do(step: ErasureStep, person: string, { asked }: UnderWay): Promise<StepCommand> {
    const { vault, log } = this.platform;
    const { erasure } = asked;
    const kinds = asked.categories ?? [undefined];
    switch (step) {
      case 'fence':
        for (const kind of kinds) await vault.fence(person, kind);
        return { do: 'fenced', erasure };
      case 'destroy':
        for (const kind of kinds) await vault.erase(person, kind);
        return { do: 'destroyed', erasure, keys: (await keysOf(vault, person, kinds)).destroyed };
      case 'purge': {
        const head = await log.head();
        const places = head === undefined ? [] : await this.options.forget(person, head);
        return { do: 'purged', erasure, places: ['key-cache', ...places] };
      }
      case 'certify': {
        // Asked of every copy now, whatever was recorded before: nothing is certified with a live key.
        for (const kind of kinds) await vault.erase(person, kind);
        const { live } = await keysOf(vault, person, kinds);
        return { do: 'certify', erasure, liveKeys: live, backupDays: this.options.backupDays };
      }
    }
  }

  #record(person: string, step: ErasureStep, command: StepCommand): Promise<Handled> {
    const about = command.do === 'hold-up' ? command.why : '';
    const commandId = deriveId('erasure', command.erasure, step, command.do, about);
    return send(this.platform, 'subject', { id: person, command, commandId, actor: 'chaski', origin: 'policy' });
  }

  async #subject(person: string): Promise<Subject> {
    let state = subjectDecider.initial;
    for await (const { type, data, metadata } of this.platform.log.readStream(`subject-${person}`)) {
      const { actor = '', commandId = '', recordedAt = '' } = metadata;
      const event = subjectDecider.events.decode(type, Number(metadata['schema']), data);
      state = subjectDecider.evolve(state, event, { actor, commandId, recordedAt });
    }
    return state;
  }
}

async function keysOf(
  vault: Vault,
  person: string,
  kinds: readonly (string | undefined)[],
): Promise<{ readonly live: number; readonly destroyed: number }> {
  const counts = await Promise.all(kinds.map((kind) => vault.keysOf(person, kind)));
  const sum = (of: 'live' | 'destroyed'): number => counts.reduce((total, count) => total + count[of], 0);
  return { live: sum('live'), destroyed: sum('destroyed') };
}
