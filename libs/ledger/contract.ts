import type { Position } from '#event-log';
import type { LedgerStore, StoredLeaf } from './index.js';
import { Growing, leafTextHash, rootAt, type TreeNode } from './index.js';

/** An open store, and how it is opened again after its process ended; undefined where nothing outlives it. */
export interface OpenedStore {
  readonly store: LedgerStore;
  readonly reopen?: () => LedgerStore;
  readonly dispose?: () => void;
}

const aLeaf = (index: number): StoredLeaf => ({
  index,
  position: String(index + 1).padStart(20, '0') as Position,
  eventId: `event-${index}`,
  text: `{"leafIndex":${index}}`,
});

/** Appends leaves as a ledger does. */
function grow(store: LedgerStore, tree: Growing, count: number): void {
  const leaves = Array.from({ length: count }, (_, n) => aLeaf(tree.size + n));
  const nodes: TreeNode[] = leaves.flatMap(({ text }) => [...tree.add(leafTextHash(text))]);
  store.append(leaves, nodes);
}

/** What every store of a ledger must do. Each test gets an empty one. */
export function ledgerStoreContract(name: string, open: () => OpenedStore): void {
  describe(`ledger store: ${name}`, () => {
    let opened: OpenedStore;
    let store: LedgerStore;

    beforeEach(() => {
      opened = open();
      store = opened.store;
    });
    afterEach(() => {
      store.close();
      opened.dispose?.();
    });

    /** The same store after its process ended; as it is, where it would be gone. */
    const again = (): LedgerStore => {
      if (opened.reopen === undefined) return store;
      store.close();
      return (store = opened.reopen());
    };

    it('is empty at first', () => {
      expect(store.size).toBe(0);
      expect(store.leaf(0)).toBeUndefined();
      expect([...store.leaves(0, 10)]).toEqual([]);
      expect(store.latestCheckpoint()).toBeUndefined();
      expect(store.latestCheckpoint(true)).toBeUndefined();
      expect(store.checkpointFrom(0)).toBeUndefined();
      expect(store.indexOf('event-0')).toBeUndefined();
      expect(() => store.node(0, 0)).toThrow('no subtree 0/0');
    });

    it('gives leaves back in order, also after it was opened again', () => {
      const tree = new Growing();
      grow(store, tree, 3);
      grow(again(), tree, 2_500);
      expect(again().size).toBe(2_503);
      expect(store.leaf(2)).toEqual(aLeaf(2));
      expect([...store.leaves(1, 2_502)]).toEqual(Array.from({ length: 2_501 }, (_, n) => aLeaf(n + 1)));
      expect([...store.leaves(2_502, 9_999)]).toEqual([aLeaf(2_502)]);
      expect(store.indexOf('event-2000')).toBe(2_000);
    });

    it('has leaves learn another position, and nothing else', () => {
      grow(store, new Growing(), 3);
      const position = '9.9' as Position;
      store.move([{ index: 1, position }]);
      expect([...again().leaves(0, 3)]).toEqual([aLeaf(0), { ...aLeaf(1), position }, aLeaf(2)]);
    });

    it('finds the first of two events with one id', () => {
      const twin = { ...aLeaf(1), eventId: 'event-0' };
      const tree = new Growing();
      const nodes = [aLeaf(0), twin].flatMap(({ text }) => [...tree.add(leafTextHash(text))]);
      store.append([aLeaf(0), twin], nodes);
      expect(store.indexOf('event-0')).toBe(0);
    });

    it('keeps every complete subtree, so that a tree can go on growing', () => {
      const tree = new Growing();
      grow(store, tree, 21);
      const kept = again();
      const node = (level: number, index: number) => kept.node(level, index);
      expect(rootAt(node, 21)).toEqual(tree.root);
      const more = new Growing(21, node);
      more.add(leafTextHash('next'));
      tree.add(leafTextHash('next'));
      expect(Buffer.from(more.root)).toEqual(Buffer.from(tree.root));
      expect(() => kept.node(5, 0)).toThrow('no subtree 5/0');
    });

    it('keeps one checkpoint a size, and finds the one that covers a place', () => {
      const at = (size: number, cosigned = false) => ({ size, signedAt: size * 1_000, note: `note ${size}`, cosigned });
      for (const size of [3, 8, 21]) store.saveCheckpoint(at(size));
      store.saveCheckpoint({ ...at(8, true), note: 'note 8, cosigned' });
      const kept = again();
      expect([...kept.checkpoints()].map(({ note }) => note)).toEqual(['note 3', 'note 8, cosigned', 'note 21']);
      expect(kept.latestCheckpoint()).toEqual(at(21));
      expect(kept.latestCheckpoint(true)?.size).toBe(8);
      expect(kept.checkpointFrom(8)?.size).toBe(8);
      expect(kept.checkpointFrom(9)?.size).toBe(21);
      expect(kept.checkpointFrom(22)).toBeUndefined();
    });

    it('remembers what it is told to', () => {
      expect(store.remembered('origin')).toBeUndefined();
      store.remember('origin', 'one');
      store.remember('origin', 'two');
      expect(again().remembered('origin')).toBe('two');
    });

    it('appends all of a batch or nothing', () => {
      const tree = new Growing();
      grow(store, tree, 2);
      const nodes = tree.add(leafTextHash('x'));
      if (opened.reopen !== undefined) {
        expect(() => store.append([aLeaf(2), aLeaf(2)], nodes)).toThrow('UNIQUE');
        expect(again().size).toBe(2);
        expect(() => store.node(0, 2)).toThrow('no subtree');
      }
      store.append([aLeaf(2)], nodes);
      expect(store.size).toBe(3);
    });
  });
}
