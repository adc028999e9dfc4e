import { catalogue, type Decider, type EventOf, Refusal } from '#decider';

export type EpochEvents = {
  LedgerBegunAnew: {
    /** Name of the log from here on; everything recorded so far is in the new tree as well. */
    readonly origin: string;
    /** What was signed last under the name before. */
    readonly before: { readonly origin: string; readonly size: number; readonly root: string } | null;
    readonly reason: EpochReason;
  };
};

/** Why a log goes on under another name. A code: what people write freely may name somebody. */
export const epochReasons = ['restored', 'key-lost', 'key-exposed', 'tail-lost'] as const;
export type EpochReason = (typeof epochReasons)[number];

export interface BeginAnew {
  readonly do: 'begin-anew';
  readonly origin: string;
  readonly before: EpochEvents['LedgerBegunAnew']['before'];
  readonly reason: string;
}

export const epochEvents = catalogue<EpochEvents>({ LedgerBegunAnew: 1 });

/**
 * The decisions to go on under another name, where the log is not the one that was signed any more: the break is not
 * mended, it is declared, where everybody sees it.
 */
export const epochDecider: Decider<BeginAnew, EpochEvents, ReadonlySet<string>> = {
  category: 'ledger',
  events: epochEvents,
  initial: new Set(),
  decide: ({ origin, before, reason }, used): readonly EventOf<EpochEvents>[] => {
    const known = epochReasons.find((each) => each === reason);
    if (known === undefined) throw new Refusal('ledger/unknown-reason', 'not a reason to begin anew', 'invalid');
    if (used.has(origin) || before?.origin === origin) {
      throw new Refusal('ledger/origin-used', 'a log of this name was signed before');
    }
    return [{ type: 'LedgerBegunAnew', data: { origin, before, reason: known } }];
  },
  evolve: (used, { data }) => new Set([...used, data.origin, ...(data.before === null ? [] : [data.before.origin])]),
};

/** The name after this one: `…/epoch-2`, then `…/epoch-3`. */
export function nextOrigin(origin: string): string {
  const [, name = origin, epoch = '1'] = /^(.*)\/epoch-(\d+)$/u.exec(origin) ?? [];
  return `${name}/epoch-${Number(epoch) + 1}`;
}
