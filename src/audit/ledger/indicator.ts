import type { LedgerView } from '#ledger';
import type { Check, Indicator } from '#service';
import type { Ledgers } from './ledgers.js';

/**
 * Whether what is recorded can still be proved. A record that is not the one that was signed takes nothing more; a
 * witness that is away only costs freshness.
 */
export const ledgerIndicator = ({ events, reads }: Ledgers): Indicator => ({
  name: 'ledger',
  check: () => [check('ledger of events', events), check('ledger of reads', reads)],
});

function check(name: string, { reader, status }: LedgerView): Check {
  const { latest } = reader;
  const { diverged, failing, witnesses } = status;
  // How far is proved: what the log holds after that is the tail nobody has signed yet.
  const position = latest === undefined ? undefined : reader.leaf(latest.size - 1)?.position;
  const at = position === undefined ? {} : { position };
  if (diverged !== undefined) return { name, ok: false, why: diverged, ...at };
  if (failing !== undefined) return { name, ok: false, dispensable: true, why: 'not following', ...at };
  const held = witnesses.find((each) => each.held !== undefined)?.held;
  if (held !== undefined) return { name, ok: false, dispensable: true, why: `witness ${held}`, ...at };
  return { name, ok: true, ...at };
}
