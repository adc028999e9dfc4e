import fc from 'fast-check';
import { createHash } from 'node:crypto';
import {
  consistencyProof,
  emptyRoot,
  Growing,
  type Hash,
  inclusionProof,
  leafHash,
  type NodeAt,
  rootAt,
  verifyConsistency,
  verifyInclusion,
} from './tree.js';

const most = 129;
/** Up to here every single bit of every hash is turned; beyond, one bit of every hash, each time another. */
const everyBitUpTo = 16;

const hex = (hash: Hash): string => Buffer.from(hash).toString('hex');

/** The tree hash as RFC 6962 §2.1 defines it, word by word. */
function naiveRoot(leaves: readonly Uint8Array[]): Buffer {
  const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  const [only] = leaves;
  if (only === undefined) return sha(new Uint8Array());
  if (leaves.length === 1) return sha(Buffer.of(0), only);
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha(Buffer.of(1), naiveRoot(leaves.slice(0, split)), naiveRoot(leaves.slice(split)));
}

const leaves = Array.from({ length: most }, (_, index) => Buffer.from(`leaf ${index}`));
const hashes = leaves.map(leafHash);
const nodes = new Map<string, Hash>();
const tree = new Growing();
const roots: Hash[] = [tree.root];
for (const leaf of hashes) {
  for (const { level, index, hash } of tree.add(leaf)) nodes.set(`${level}/${index}`, hash);
  roots.push(tree.root);
}
const node: NodeAt = (level, index) => {
  const hash = nodes.get(`${level}/${index}`);
  if (hash === undefined) throw new Error(`no subtree ${level}/${index}`);
  return hash;
};
const rootOf = (size: number): Hash => roots[size] ?? emptyRoot;
const hashOf = (index: number): Hash => hashes[index] ?? emptyRoot;

const turned = (hash: Hash, bit: number): Hash => {
  const copy = Buffer.from(hash);
  const at = bit >> 3;
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit & 7));
  return copy;
};

let turn = 0;
/** Each hash of a proof with one bit turned: all 256 of them, or the next in turn. */
function* mutations(proof: readonly Hash[], everyBit: boolean): Generator<readonly Hash[]> {
  for (const [at, hash] of proof.entries()) {
    const bits = everyBit ? Array.from({ length: 256 }, (_, bit) => bit) : [(turn += 1) % 256];
    for (const bit of bits) yield proof.with(at, turned(hash, bit));
  }
}

describe('the tree', () => {
  // The tree of RFC 6962's reference implementation: seven leaves, whose roots everyone who implements it agrees on.
  const known = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
  const knownRoots = [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];

  it('has the roots every implementation of RFC 6962 has', () => {
    const growing = new Growing();
    expect(hex(growing.root)).toBe(knownRoots[0]);
    for (const [index, leaf] of known.entries()) {
      growing.add(leafHash(Buffer.from(leaf, 'hex')));
      expect(hex(growing.root)).toBe(knownRoots[index + 1]);
    }
  });

  it('has the root of the definition at every size', () => {
    for (let size = 0; size <= most; size += 1) {
      expect(hex(rootOf(size))).toBe(hex(naiveRoot(leaves.slice(0, size))));
      expect(hex(rootAt(node, size))).toBe(hex(rootOf(size)));
    }
  });

  it('completes fewer than two subtrees a leaf', () => {
    expect(nodes.size).toBeLessThan(2 * most);
  });

  it('goes on where it was left', () => {
    for (let size = 0; size < most; size += 1) {
      const again = new Growing(size, node);
      again.add(hashOf(size));
      expect(hex(again.root)).toBe(hex(rootOf(size + 1)));
    }
  });
});

describe('inclusion', () => {
  it('is shown for every leaf at every size, and refused with any hash changed', () => {
    let refused = 0;
    for (let size = 1; size <= most; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(node, index, size);
        const holds = (path: readonly Hash[], leaf = hashOf(index), root = rootOf(size)) =>
          verifyInclusion(leaf, index, size, path, root);
        if (!holds(proof)) throw new Error(`${index} of ${size} is not shown`);
        const changed = [
          ...[...mutations(proof, size <= everyBitUpTo)].map((each) => holds(each)),
          holds([...proof, rootOf(size)]),
          holds([rootOf(size), ...proof]),
          proof.length > 0 && holds(proof.slice(1)),
          proof.length > 0 && holds(proof.slice(0, -1)),
          holds(proof, turned(hashOf(index), index)),
          holds(proof, hashOf(index), turned(rootOf(size), index)),
        ];
        if (changed.includes(true)) throw new Error(`a changed proof of ${index} in ${size} passes`);
        refused += changed.length;
      }
    }
    expect(refused).toBeGreaterThan(200_000);
  });

  it('is refused at another place and for another size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: most }), fc.nat(most), fc.nat(most), fc.nat(most), (size, at, n, m) => {
        const [index, otherIndex] = [at % size, n % size];
        const proof = inclusionProof(node, index, size);
        expect(verifyInclusion(hashOf(index), otherIndex, size, proof, rootOf(size))).toBe(otherIndex === index);
        expect(verifyInclusion(hashOf(index), index, m, proof, rootOf(size)) && m < index).toBe(false);
      }),
    );
  });

  it('asks for leaves that are there', () => {
    for (const [index, size] of [
      [5, 5],
      [-1, 5],
      [0, 0],
      [NaN, 5],
    ] as const) {
      expect(() => inclusionProof(node, index, size)).toThrow(RangeError);
      expect(verifyInclusion(hashOf(0), index, size, [], rootOf(1))).toBe(false);
    }
  });
});

describe('consistency', () => {
  it('is shown between all sizes, and refused with any hash changed', () => {
    let refused = 0;
    for (let second = 0; second <= most; second += 1) {
      for (let first = 0; first <= second; first += 1) {
        const proof = consistencyProof(node, first, second);
        const holds = (path: readonly Hash[], old = rootOf(first), grown = rootOf(second)) =>
          verifyConsistency(first, second, path, old, grown);
        if (!holds(proof)) throw new Error(`${first} to ${second} is not shown`);
        const changed = [
          ...[...mutations(proof, second <= everyBitUpTo)].map((each) => holds(each)),
          holds([...proof, rootOf(second)]),
          proof.length > 0 && holds(proof.slice(1)),
          proof.length > 0 && holds(proof.slice(0, -1)),
          holds(proof, turned(rootOf(first), first)),
          first > 0 && holds(proof, rootOf(first), turned(rootOf(second), first)),
          first > 0 && first < second && holds(proof, rootOf(second), rootOf(first)),
        ];
        if (changed.includes(true)) throw new Error(`a changed proof of ${first} to ${second} passes`);
        refused += changed.length;
      }
    }
    expect(refused).toBeGreaterThan(200_000);
  });

  it('is asked for upwards only', () => {
    expect(() => consistencyProof(node, 6, 5)).toThrow(RangeError);
    expect(verifyConsistency(6, 5, [], rootOf(6), rootOf(5))).toBe(false);
    expect(verifyConsistency(-1, 5, [], rootOf(0), rootOf(5))).toBe(false);
    expect(verifyConsistency(3, 5, [], rootOf(3), rootOf(5))).toBe(false);
  });
});
