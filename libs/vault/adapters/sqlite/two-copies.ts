import type { Fence, KeyStore, LiveKey, NoKey, OfflineCopy, StoredKey } from '../../key-store.js';
import { ErasureIncomplete, type KeyOwner, type VaultStatus, VaultUnusable } from '../../port.js';
import type { FileKms } from './kek-file.js';
import type { KeyFile } from './key-file.js';

/** The key store on two files, best on two disks. A key is handed out only when both hold it. */
export class TwoCopies implements KeyStore {
  constructor(
    private readonly first: KeyFile,
    private readonly second: KeyFile,
  ) {}

  /** Whether nothing was ever kept here: only then may new secrets be made. */
  get isNew(): boolean {
    return this.#both.every((file) => file.meta('secrets') === undefined);
  }

  /**
   * Checks that these files belong to this deployment and its secrets, evens the copies out, and finishes erasures
   * that were cut off.
   * @throws VaultUnusable `other-deployment`, `kek-wrong` or `copies-disagree`
   * @throws ErasureIncomplete
   */
  ready(deployment: string, { marks }: Pick<FileKms, 'marks'>): void {
    for (const file of this.#both) {
      claim(file, 'deployment', [deployment], 'other-deployment');
      claim(file, 'secrets', marks, 'kek-wrong');
    }
    if (!this.first.reconcileWith(this.second)) {
      throw new VaultUnusable('copies-disagree', `${this.first.path} and ${this.second.path} hold different keys`);
    }
    const unfinished = this.#both.some((file) => file.hasUnfinishedFences());
    // What was overwritten of keys put away may have been cut off before it left the files.
    if (unfinished || this.first.hasAway()) this.#everywhere((file) => file.scrub());
    if (unfinished) this.#everywhere((file) => file.finishFences());
  }

  find(dekId: string): StoredKey | undefined {
    return this.first.find(dekId);
  }

  lacks(owner: KeyOwner): boolean {
    return !this.isErased(owner) && !this.isAway(owner) && this.first.current(owner)?.wrapped === undefined;
  }

  provide(owners: readonly KeyOwner[], make: (owner: KeyOwner) => LiveKey): readonly (LiveKey | NoKey)[] {
    try {
      const keys = this.first.transaction(() => owners.map((owner) => this.#currentOrNew(owner, make)));
      const live = new Map(keys.flatMap((key) => (typeof key === 'string' ? [] : [[key.dekId, key]])));
      const lacking = [...live.values()].filter(({ dekId }) => this.second.find(dekId) === undefined);
      if (lacking.length > 0) this.second.transaction(() => lacking.forEach((key) => this.second.insert(key)));
      return keys;
    } catch (error) {
      throw new VaultUnusable('not-durable', 'the keys could not be written to both copies', { cause: error });
    }
  }

  fence(fence: Fence): void {
    this.#everywhere((file) => file.transaction(() => file.addFence(fence)));
  }

  erase(fence: Fence): number {
    const failures: ErasureIncomplete[] = [];
    const attempt = (step: (file: KeyFile) => void): void => {
      try {
        this.#everywhere(step);
      } catch (error) {
        failures.push(error as ErasureIncomplete);
      }
    };
    let destroyed = 0;
    attempt((file) => file.transaction(() => file.addFence(fence)));
    attempt((file) => {
      destroyed = Math.max(
        destroyed,
        file.transaction(() => file.destroy(fence)),
      );
    });
    attempt((file) => file.scrub());
    const [failure] = failures;
    if (failure !== undefined) throw failure;
    this.#everywhere((file) => file.finishFences());
    return destroyed;
  }

  isErased(owner: KeyOwner): boolean {
    return this.#both.some((file) => file.isFenced(owner));
  }

  keysBehind(fence: Fence): { readonly live: number; readonly destroyed: number } {
    const [one, other] = [this.first.keysBehind(fence), this.second.keysBehind(fence)];
    return one.live < other.live ? other : one;
  }

  isAway(owner: KeyOwner): boolean {
    return this.#both.some((file) => file.isAway(owner));
  }

  markAway(owners: readonly KeyOwner[]): void {
    this.#everywhere((file) => file.transaction(() => owners.forEach((owner) => file.markAway(owner))));
  }

  liveKeys(owner: KeyOwner): readonly LiveKey[] {
    return byId(this.#both.flatMap((file) => file.liveKeys(owner)));
  }

  takeOffline(copies: readonly OfflineCopy[]): void {
    // Erased while it was resealed: what others can read of it must not stay.
    const kept = copies.filter(({ dekId }) => this.#both.some((file) => file.find(dekId)?.wrapped !== undefined));
    this.#everywhere((file) => file.transaction(() => kept.forEach((copy) => file.keepOffline(copy))));
    this.#everywhere((file) => file.transaction(() => kept.forEach(({ dekId }) => file.takeOffline(dekId))));
    this.#everywhere((file) => file.scrub());
  }

  offline(owner: KeyOwner): readonly (OfflineCopy & { readonly key: StoredKey })[] {
    return byId(this.#both.flatMap((file) => file.offline(owner)));
  }

  bringBack(owners: readonly KeyOwner[], keys: readonly LiveKey[]): void {
    // One copy may have it back already: both hold the same wrapping.
    const same = keys.map((key) => {
      const [known] = this.#both.flatMap((file) => file.liveKeys(key.owner)).filter(({ dekId }) => dekId === key.dekId);
      return known ?? key;
    });
    this.#everywhere((file) =>
      file.transaction(() => {
        same.forEach((key) => file.putBack(key));
        owners.forEach((owner) => file.markBack(owner));
      }),
    );
  }

  stale(version: number, most: number): readonly LiveKey[] {
    const [found] = this.#both.map((file) => file.stale(version, most)).filter(({ length }) => length > 0);
    return found ?? [];
  }

  rewrap(keys: readonly LiveKey[]): void {
    for (const file of this.#both) file.transaction(() => keys.forEach((key) => file.rewrap(key)));
  }

  scrub(): void {
    for (const file of this.#both) file.scrub();
  }

  counts(version: number): Omit<VaultStatus, 'version'> {
    return this.first.counts(version);
  }

  close(): void {
    for (const file of this.#both) file.close();
  }

  get #both(): readonly KeyFile[] {
    return [this.first, this.second];
  }

  #currentOrNew(owner: KeyOwner, make: (owner: KeyOwner) => LiveKey): LiveKey | NoKey {
    if (this.isErased(owner)) return 'erased';
    if (this.isAway(owner)) return 'away';
    const known = this.first.current(owner);
    if (known?.wrapped !== undefined) return { ...known, wrapped: known.wrapped };
    const made = make(owner);
    this.first.insert(made);
    return made;
  }

  /** Does a step on both copies, on the second also when the first failed. */
  #everywhere(step: (file: KeyFile) => void): void {
    const failed: [string, unknown][] = [];
    for (const file of this.#both) {
      try {
        step(file);
      } catch (error) {
        failed.push([file.path, error]);
      }
    }
    const [first] = failed;
    if (first !== undefined) throw new ErasureIncomplete(failed.map(([path]) => path).join(', '), { cause: first[1] });
  }
}

/** What both copies have, or one of them. */
const byId = <T extends { readonly dekId: string }>(found: readonly T[]): readonly T[] => [
  ...new Map(found.toReversed().map((each) => [each.dekId, each])).values(),
];

/** Writes the first of these marks into a new file, or looks for the one that is there among them. */
function claim(
  file: KeyFile,
  name: string,
  marks: readonly [string, ...string[]],
  reason: 'other-deployment' | 'kek-wrong',
): void {
  const known = file.meta(name);
  if (known === undefined) file.setMeta(name, marks[0]);
  else if (!marks.includes(known)) {
    const detail = reason === 'kek-wrong' ? 'was made with another key-encryption key' : `belongs to ${known}`;
    throw new VaultUnusable(reason, `${file.path} ${detail}`);
  }
}
