import type { Sealer } from '#event-log';
import type { Vault } from './port.js';

/** What the way of a command seals with. */
export function sealerFor(vault: Pick<Vault, 'seal'>): Sealer {
  return {
    seal: (sections) =>
      vault.seal(
        sections.map(({ section: { subject, category, clear }, context }) => ({
          owner: { subject, category },
          value: clear,
          binding: context,
        })),
      ),
  };
}
