import type { EventLog, Position } from '#event-log';
import { base64, type Divergence, type LedgerView } from '#ledger';

/** Who signed a checkpoint beside the log. */
export interface Cosigner {
  readonly name: string;
}

/** How far a log is proved: what auditors ask first. */
export interface Standing {
  readonly origin: string;
  /** The log's public key (C2SP vkey): what goes into a trust policy. */
  readonly key: string;
  /** The last checkpoint; null before the first. */
  readonly checkpoint: {
    readonly size: number;
    /** Base64. */
    readonly root: string;
    /** When this machine signed it. */
    readonly signedAt: string;
    readonly cosigners: readonly Cosigner[];
    /** The signed note (C2SP tlog-checkpoint), for whoever checks it. */
    readonly note: string;
  } | null;
  /** The last one that somebody else signed too. */
  readonly cosigned: { readonly size: number; readonly signedAt: string } | null;
  /** Events younger than the last checkpoint: nobody has vouched for them yet. At most `uncounted` is counted. */
  readonly unsealed: number;
  /** Why nothing is signed any more; null when all is well. */
  readonly diverged: Divergence | null;
  readonly witnesses: LedgerView['status']['witnesses'];
}

/** More than this is not counted: the tail is seconds long, or something else is wrong. */
export const uncounted = 10_000;

export async function standingOf({ reader, status }: LedgerView, log: Pick<EventLog, 'readAll'>): Promise<Standing> {
  const { latest, latestCosigned } = reader;
  return {
    origin: status.origin,
    key: reader.verifierKey ?? '',
    checkpoint:
      latest === undefined
        ? null
        : {
            size: latest.size,
            root: base64(latest.root),
            signedAt: new Date(latest.signedAt).toISOString(),
            cosigners: latest.note.signatures
              .filter(({ name }) => name !== latest.origin)
              .map(({ name }) => ({ name })),
            note: latest.text,
          },
    cosigned:
      latestCosigned === undefined
        ? null
        : { size: latestCosigned.size, signedAt: new Date(latestCosigned.signedAt).toISOString() },
    unsealed: await countAfter(log, reader.leaf((latest?.size ?? 0) - 1)?.position),
    diverged: status.diverged ?? null,
    witnesses: status.witnesses,
  };
}

async function countAfter(log: Pick<EventLog, 'readAll'>, after: Position | undefined): Promise<number> {
  let count = 0;
  for await (const { events } of log.readAll(after === undefined ? {} : { after })) {
    count += events.length;
    if (count >= uncounted) return uncounted;
  }
  return count;
}
