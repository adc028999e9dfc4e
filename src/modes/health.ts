import type { Projection, Views } from '#projection';
import type { FactsState, RelayStatus } from '#publishing/kafka';
import type { Check, Indicator } from '#service';

/** A relay speaks every second; after so many milliseconds of silence something is wrong with it. */
const silence = 10_000;

/** Health shows words, figures and `.:@/-`, 120 of them. */
const plain = (reason: string): string => reason.replace(/[^\w .:@/-]+/g, ' -').slice(0, 120);

/** Whether the database of the views answers; names why not. */
export const viewsIndicator = (views: Pick<Views, 'checkpoint'>, any: Projection): Indicator => ({
  name: 'views',
  check: async () => {
    try {
      const position = await views.checkpoint(any);
      return [{ name: 'views', ok: true, ...(position === undefined ? {} : { position }) }];
    } catch (error) {
      return [{ name: 'views', ok: false, why: plain(error instanceof Error ? error.message : 'failed') }];
    }
  },
});

/** @param dispensable something else is served here too, that does without a broker */
export const relayIndicator = (status: RelayStatus, dispensable: boolean): Indicator => ({
  name: 'relay',
  check: () => {
    const { state, upTo, held } = status.state;
    const position = upTo === undefined ? {} : { position: upTo };
    if (state === 'running' || state === 'ended') return [{ name: 'relay', ok: true, ...position }];
    const why = plain(held === undefined ? state : `${state}: ${held.reason}`);
    return [{ name: 'relay', ok: false, dispensable, why, ...position }];
  },
});

/** How far the facts are complete. Reports up to there are made also while nothing new comes. */
export const factsIndicator = (facts: { readonly state: FactsState }): Indicator => ({
  name: 'facts',
  check: () => {
    const { upTo, silentForMs = 0, held } = facts.state;
    const late = silentForMs > silence ? 'the relay is silent' : undefined;
    const why = held ?? late;
    const check: Check = { name: 'facts', ok: why === undefined, ...(upTo === undefined ? {} : { position: upTo }) };
    return [why === undefined ? check : { ...check, dispensable: true, why: plain(why) }];
  },
});
