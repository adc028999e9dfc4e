import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryLog } from '#event-log/memory';
import { sqliteLedgerStore } from './adapters/sqlite/index.js';
import {
  Growing,
  keyTypes,
  leafOf,
  leafText,
  leafTextHash,
  Ledger,
  newSigner,
  Sequencer,
  verifyConsistency,
  verifyInclusion,
} from './index.js';
import { anEvent } from './testing/record.js';

const signer = newSigner('log.example', keyTypes.log);

describe('against a model that keeps everything and knows nothing', () => {
  type Command =
    | { readonly do: 'append'; readonly count: number }
    | { readonly do: 'seal' }
    | { readonly do: 'crash' }
    | { readonly do: 'prove'; readonly at: number; readonly until: number };
  const command: fc.Arbitrary<Command> = fc.oneof(
    fc.record({ do: fc.constant('append' as const), count: fc.integer({ min: 1, max: 9 }) }),
    fc.constant({ do: 'seal' as const }),
    fc.constant({ do: 'crash' as const }),
    fc.record({ do: fc.constant('prove' as const), at: fc.nat(999), until: fc.nat(999) }),
  );

  it('has the same roots and proofs after every step, crashes between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 25 }), async (commands) => {
        const folder = mkdtempSync(join(tmpdir(), 'model-'));
        const history = memoryLog();
        const open = () => new Ledger(sqliteLedgerStore({ path: join(folder, 'ledger.db') }), signer);
        let tested = open();
        let following = new Sequencer({ log: history, ledger: tested, now: () => 1 });
        const sealedRoots: (readonly [number, Buffer])[] = [];
        let count = 0;
        /** The root of the first events, from nothing. */
        const naive = async (size: number): Promise<Buffer> => {
          const tree = new Growing();
          for await (const { events } of history.readAll()) {
            for (const event of events)
              if (tree.size < size) tree.add(leafTextHash(leafText(leafOf(event, tree.size))));
          }
          return Buffer.from(tree.root);
        };
        try {
          for (const step of commands) {
            switch (step.do) {
              case 'append':
                await history.append(
                  `thing-${count}`,
                  0,
                  Array.from({ length: step.count }, (_, n) => anEvent(count + n)),
                );
                count += step.count;
                break;
              case 'seal': {
                const head = await history.head();
                if (head === undefined) break;
                const sealed = await following.covering(head);
                expect(sealed?.size).toBe(count);
                if (sealedRoots.at(-1)?.[0] !== count) sealedRoots.push([count, await naive(count)]);
                break;
              }
              case 'crash':
                tested.close();
                tested = open();
                following = new Sequencer({ log: history, ledger: tested, now: () => 2 });
                expect(await following.check()).toBeUndefined();
                break;
              case 'prove': {
                const last = tested.latest?.size ?? 0;
                if (last === 0) break;
                const [index, size] = [step.at % last, 1 + (step.until % last)];
                if (index < size) {
                  const leaf = leafTextHash(tested.leaf(index)?.text ?? '');
                  expect(verifyInclusion(leaf, index, size, tested.inclusion(index, size), await naive(size))).toBe(
                    true,
                  );
                }
                const proof = tested.consistency(size, last);
                expect(verifyConsistency(size, last, proof, await naive(size), await naive(last))).toBe(true);
              }
            }
          }
          const signedRoots = [...tested.checkpoints()].map(({ size, root }) => [size, Buffer.from(root)]);
          expect(signedRoots).toEqual(sealedRoots);
        } finally {
          tested.close();
          await history.close();
          rmSync(folder, { recursive: true });
        }
      }),
      { numRuns: 40 },
    );
  });
});
