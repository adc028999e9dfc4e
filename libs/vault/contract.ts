import fc from 'fast-check';
import type { SealedSection } from '#decider';
import {
  type Binding,
  Erased,
  type Grant,
  KeyMissing,
  KeysAway,
  type MintGrant,
  NotGranted,
  Tampered,
  type Vault,
} from './index.js';

const place: Binding = {
  stream: 'thing-1',
  revision: 3,
  eventId: '00000000-0000-8000-8000-000000000001',
  type: 'ThingSeen',
  schema: 2,
  section: 'who',
};

const otherPlace: Binding = {
  stream: 'thing-2',
  revision: 4,
  eventId: '00000000-0000-8000-8000-000000000002',
  type: 'ThingHeard',
  schema: 1,
  section: 'where',
};

/**
 * What every vault must do. Each test gets a vault of its own.
 * @param open opens an empty vault of the given deployment
 */
export function vaultContract(name: string, open: (deployment: string) => Vault): void {
  describe(`the vault contract: ${name}`, () => {
    let vault: Vault;
    let mint: MintGrant;
    let subjects = 0;
    const aSubject = (): string => `s-${(subjects += 1)}`;

    beforeEach(() => {
      vault = open('here');
      mint = vault.mintGrants();
    });
    afterEach(() => vault.close());

    const grantFor = (...categories: string[]): Grant => mint({ actor: 'a-1', purpose: 'test', categories });

    const sealOne = async (subject: string, category: string, value: unknown): Promise<SealedSection> => {
      const [section] = await vault.seal([{ owner: { subject, category }, value, binding: place }]);
      if (section === undefined) throw new Error('nothing was sealed');
      return section;
    };

    it('opens what it sealed, whatever JSON it was', async () => {
      await fc.assert(
        fc.asyncProperty(fc.jsonValue({ stringUnit: 'binary' }), async (drawn) => {
          const value = JSON.parse(JSON.stringify(drawn)) as unknown;
          const section = await sealOne('anybody', 'identity', value);
          expect(await vault.open(section, place, grantFor('identity'))).toEqual({ value });
        }),
      );
    });

    it('stores a section as base64url fields, whole tags and a key id, and survives JSON', async () => {
      const section = await sealOne(aSubject(), 'identity', { name: 'X' });
      expect(Object.keys(section)).toEqual(['v', 'dekId', 'dekVersion', 'iv', 'ct', 'tag']);
      expect(Buffer.from(section.iv, 'base64url')).toHaveLength(12);
      expect(Buffer.from(section.tag, 'base64url')).toHaveLength(16);
      const stored = JSON.parse(JSON.stringify(section)) as SealedSection;
      expect(await vault.open(stored, place, grantFor('identity'))).toEqual({ value: { name: 'X' } });
    });

    it('seals the same value differently every time, and never shows it', async () => {
      const subject = aSubject();
      const sections = await Promise.all([
        sealOne(subject, 'n', 'a secret word'),
        sealOne(subject, 'n', 'a secret word'),
      ]);
      expect(sections[0]?.iv).not.toBe(sections[1]?.iv);
      expect(sections[0]?.ct).not.toBe(sections[1]?.ct);
      expect(JSON.stringify(sections)).not.toContain('secret');
    });

    it('uses one key per person and category, and another for each other one', async () => {
      const [one, two] = [aSubject(), aSubject()];
      const owners = [
        { subject: one, category: 'identity' },
        { subject: one, category: 'narrative' },
        { subject: two, category: 'identity' },
        { subject: one, category: 'identity' },
      ];
      const sections = await vault.seal(owners.map((owner) => ({ owner, value: 1, binding: place })));
      expect(sections[0]?.dekId).toBe(sections[3]?.dekId);
      expect(new Set(sections.map(({ dekId }) => dekId)).size).toBe(3);
      expect((await sealOne(one, 'identity', 2)).dekId).toBe(sections[0]?.dekId);
    });

    it('gives many callers at once one key per owner', async () => {
      const subject = aSubject();
      const sections = await Promise.all(Array.from({ length: 50 }, (_, index) => sealOne(subject, 'identity', index)));
      expect(new Set(sections.map(({ dekId }) => dekId)).size).toBe(1);
    });

    it('refuses a section in any other place: each field of the binding alone, and every pair of them', async () => {
      const section = await sealOne(aSubject(), 'identity', 'here');
      const fields = Object.keys(place) as (keyof Binding)[];
      for (const one of fields) {
        for (const two of fields) {
          const moved = { ...place, [one]: otherPlace[one], [two]: otherPlace[two] };
          await expect(vault.open(section, moved, grantFor('identity'))).rejects.toThrow(Tampered);
        }
      }
    });

    it('does not confuse fields that run into one another', async () => {
      const shifted = { ...place, stream: 'thing-13', revision: 1 };
      const [section] = await vault.seal([
        {
          owner: { subject: aSubject(), category: 'n' },
          value: 1,
          binding: { ...place, stream: 'thing-1', revision: 31 },
        },
      ]);
      await expect(vault.open(section as SealedSection, shifted, grantFor('n'))).rejects.toThrow(Tampered);
    });

    it('refuses every part of one section put into another', async () => {
      const [one, two] = [await sealOne(aSubject(), 'n', 'first'), await sealOne(aSubject(), 'n', 'other')];
      for (const part of ['dekId', 'iv', 'ct', 'tag'] as const) {
        const mixed = { ...one, [part]: two[part] };
        await expect(vault.open(mixed, place, grantFor('n'))).rejects.toThrow(Tampered);
      }
      await expect(vault.open({ ...one, dekVersion: 2 }, place, grantFor('n'))).rejects.toThrow(Tampered);
      await expect(vault.open({ ...one, v: 2 as 1 }, place, grantFor('n'))).rejects.toThrow(Tampered);
    });

    it.each([0, 4, 8, 12, 15])('refuses a tag cut to %i bytes', async (bytes) => {
      const section = await sealOne(aSubject(), 'n', 'text');
      const tag = Buffer.from(section.tag, 'base64url').subarray(0, bytes).toString('base64url');
      await expect(vault.open({ ...section, tag }, place, grantFor('n'))).rejects.toThrow(Tampered);
    });

    it('refuses every flipped bit, and any other spelling of the same bytes', async () => {
      const section = await sealOne(aSubject(), 'n', 'text');
      for (const part of ['iv', 'ct', 'tag'] as const) {
        const bytes = Buffer.from(section[part], 'base64url');
        for (let bit = 0; bit < bytes.length * 8; bit += 1) {
          const flipped = Buffer.from(bytes);
          flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
          const changed = { ...section, [part]: flipped.toString('base64url') };
          await expect(vault.open(changed, place, grantFor('n'))).rejects.toThrow(Tampered);
        }
        const respelt = { ...section, [part]: `${section[part]}=` };
        await expect(vault.open(respelt, place, grantFor('n'))).rejects.toThrow(Tampered);
      }
    });

    it('opens nothing sealed in another deployment', async () => {
      const elsewhere = open('elsewhere');
      const [section] = await elsewhere.seal([{ owner: { subject: 'x', category: 'n' }, value: 1, binding: place }]);
      await elsewhere.close();
      await expect(vault.open(section as SealedSection, place, grantFor('n'))).rejects.toThrow(KeyMissing);
    });

    it('opens only the categories a grant names', async () => {
      const section = await sealOne(aSubject(), 'shelter', 'text');
      for (const grant of [grantFor(), grantFor('identity', 'narrative')]) {
        await expect(vault.open(section, place, grant)).rejects.toThrow(NotGranted);
      }
      expect(await vault.open(section, place, grantFor('identity', 'shelter'))).toEqual({ value: 'text' });
    });

    it('opens only what lies in the stream a grant names', async () => {
      const section = await sealOne(aSubject(), 'n', 'text');
      const terms = { actor: 'a-1', purpose: 'test', categories: ['n'] };
      const elsewhere = mint({ ...terms, stream: otherPlace.stream });
      await expect(vault.open(section, place, elsewhere)).rejects.toThrow(NotGranted);
      expect(await vault.open(section, place, mint({ ...terms, stream: place.stream }))).toEqual({ value: 'text' });
    });

    it('takes no grant but those of its own minter, which it gives out once', async () => {
      const section = await sealOne(aSubject(), 'n', 'text');
      const other = open('there');
      const forged = { ...grantFor('n') } as unknown as Grant;
      const foreign = other.mintGrants()({ actor: 'a-1', purpose: 'test', categories: ['n'] });
      await other.close();
      for (const grant of [forged, foreign, Object.create(grantFor('n')) as Grant]) {
        await expect(vault.open(section, place, grant)).rejects.toThrow(NotGranted);
      }
      expect(() => vault.mintGrants()).toThrow(NotGranted);
      expect(() => (grantFor().categories as string[]).push('n')).toThrow(TypeError);
    });

    it('does not tell whether data is erased to who may not read it', async () => {
      const subject = aSubject();
      const section = await sealOne(subject, 'shelter', 'text');
      await vault.erase(subject);
      await expect(vault.open(section, place, grantFor('identity'))).rejects.toThrow(NotGranted);
    });

    it('erases a person: nothing opens, nothing is sealed, no key is made again', async () => {
      const [subject, other] = [aSubject(), aSubject()];
      const erased = [await sealOne(subject, 'identity', 1), await sealOne(subject, 'narrative', 2)];
      const kept = await sealOne(other, 'identity', 3);
      expect(await vault.erase(subject)).toEqual({ destroyed: 2 });
      for (const section of erased) {
        expect(await vault.open(section, place, grantFor('identity', 'narrative'))).toBe('erased');
      }
      await expect(sealOne(subject, 'identity', 4)).rejects.toThrow(Erased);
      await expect(sealOne(subject, 'never used before', 4)).rejects.toThrow(Erased);
      await expect(vault.macUnder({ subject, category: 'identity' }, 'p', 't')).rejects.toThrow(Erased);
      expect(await vault.isErased(subject, 'identity')).toBe(true);
      expect(await vault.isErased(subject, 'never used before')).toBe(true);
      expect(await vault.isErased(other, 'identity')).toBe(false);
      expect(await vault.open(kept, place, grantFor('identity'))).toEqual({ value: 3 });
      expect(await vault.erase(subject)).toEqual({ destroyed: 0 });
    });

    it('fences without destroying: nothing opens and nothing is sealed, and the keys are there until they are erased', async () => {
      const subject = aSubject();
      const section = await sealOne(subject, 'n', 1);
      const kept = await sealOne(subject, 'm', 2);
      await vault.fence(subject, 'n');
      expect(await vault.open(section, place, grantFor('n'))).toBe('erased');
      await expect(sealOne(subject, 'n', 2)).rejects.toThrow(Erased);
      expect(await vault.open(kept, place, grantFor('m'))).toEqual({ value: 2 });
      expect(await vault.keysOf(subject, 'n')).toEqual({ live: 1, destroyed: 0 });
      expect(await vault.erase(subject, 'n')).toEqual({ destroyed: 1 });
      expect(await vault.keysOf(subject, 'n')).toEqual({ live: 0, destroyed: 1 });
      expect(await vault.keysOf(subject)).toEqual({ live: 1, destroyed: 1 });
    });

    it('has every key under a new key-encryption key, and says how it stands', async () => {
      const sections = await Promise.all(['a', 'b', 'c'].map((category) => sealOne(aSubject(), category, category)));
      await vault.erase(aSubject());
      expect(await vault.rotate()).toEqual({ version: 2, rewrapped: 3 });
      expect(await vault.status()).toEqual({ version: 2, keys: 3, stale: 0, destroyed: 0, away: 0, fences: 1 });
      for (const [nth, section] of sections.entries()) {
        expect(await vault.open(section, place, grantFor('a', 'b', 'c'))).toEqual({ value: ['a', 'b', 'c'][nth] });
      }
    });

    it('erases one category and leaves the others', async () => {
      const subject = aSubject();
      const [gone, kept] = [await sealOne(subject, 'narrative', 1), await sealOne(subject, 'identity', 2)];
      expect(await vault.erase(subject, 'narrative')).toEqual({ destroyed: 1 });
      expect(await vault.open(gone, place, grantFor('narrative'))).toBe('erased');
      expect(await vault.open(kept, place, grantFor('identity'))).toEqual({ value: 2 });
      await expect(sealOne(subject, 'narrative', 3)).rejects.toThrow(Erased);
      expect((await sealOne(subject, 'identity', 3)).dekId).toBe(kept.dekId);
    });

    it('fences a person who has no key yet', async () => {
      const subject = aSubject();
      expect(await vault.erase(subject)).toEqual({ destroyed: 0 });
      await expect(sealOne(subject, 'identity', 1)).rejects.toThrow(Erased);
    });

    it('seals nothing of a call in which one person is erased', async () => {
      const [erased, other] = [aSubject(), aSubject()];
      await vault.erase(erased);
      const sections = [erased, other].map((subject) => ({
        owner: { subject, category: 'n' },
        value: 1,
        binding: place,
      }));
      await expect(vault.seal(sections)).rejects.toThrow(Erased);
    });

    it('either seals before an erasure, and the key is destroyed with the others, or refuses', async () => {
      const subject = aSubject();
      const known = await sealOne(subject, 'n', 0);
      const attempts: Promise<SealedSection | 'refused'>[] = [];
      const trySeal = (category: string): void => {
        attempts.push(
          sealOne(subject, category, 1).catch((error: unknown) => {
            if (error instanceof Erased) return 'refused';
            throw error;
          }),
        );
      };
      for (let index = 0; index < 20; index += 1) trySeal(index % 2 ? 'n' : `n-${index}`);
      const erasing = vault.erase(subject);
      for (let index = 0; index < 20; index += 1) trySeal(index % 2 ? 'n' : `m-${index}`);
      const results = await Promise.all(attempts);
      await erasing;
      const categories = ['n', ...Array.from({ length: 20 }, (_, index) => [`n-${index}`, `m-${index}`]).flat()];
      for (const section of [known, ...results]) {
        if (section === 'refused') continue;
        expect(await vault.open(section, place, grantFor(...categories))).toBe('erased');
      }
      expect(results.slice(20)).toEqual(Array.from({ length: 20 }, () => 'refused'));
    });

    /** What only somebody else can read: here, whoever turns it round again. */
    const turned = async (bytes: Uint8Array): Promise<Uint8Array> => Uint8Array.from(bytes).reverse();

    it('puts keys away: nothing opens, is sealed or is given a key, until they are brought back', async () => {
      const subject = aSubject();
      const owners = ['identity', 'narrative', 'never used'].map((category) => ({ subject, category }));
      const away = [await sealOne(subject, 'identity', 1), await sealOne(subject, 'narrative', 2)];
      const kept = await sealOne(subject, 'kept', 3);
      expect(await vault.putAway(owners, turned)).toEqual({ keys: 2 });
      const everything = grantFor('identity', 'narrative', 'kept');
      for (const section of away) await expect(vault.open(section, place, everything)).rejects.toThrow(KeysAway);
      for (const owner of owners) {
        await expect(sealOne(subject, owner.category, 4)).rejects.toThrow(KeysAway);
        await expect(vault.macUnder(owner, 'p', 't')).rejects.toThrow(KeysAway);
        expect(await vault.isAway(owner)).toBe(true);
        expect(await vault.isErased(subject, owner.category)).toBe(false);
      }
      expect(await vault.open(kept, place, everything)).toEqual({ value: 3 });
      expect(await vault.status()).toMatchObject({ keys: 1, away: 2, destroyed: 0 });
      expect(await vault.keysOf(subject)).toEqual({ live: 3, destroyed: 0 });
      expect(await vault.putAway(owners, turned)).toEqual({ keys: 2 });
      await vault.rotate();
      expect(await vault.bringBack(owners, turned)).toEqual({ keys: 2 });
      for (const [nth, section] of away.entries()) {
        expect(await vault.open(section, place, everything)).toEqual({ value: nth + 1 });
      }
      expect((await sealOne(subject, 'identity', 5)).dekId).toBe(away[0]?.dekId);
      await sealOne(subject, 'never used', 6);
      expect(await vault.bringBack(owners, turned)).toEqual({ keys: 0 });
    });

    it('tells of keys that are away only to who may read what they open', async () => {
      const subject = aSubject();
      const section = await sealOne(subject, 'shelter', 'text');
      await vault.putAway([{ subject, category: 'shelter' }], turned);
      await expect(vault.open(section, place, grantFor('identity'))).rejects.toThrow(NotGranted);
    });

    it('brings back no key that is not the one put away', async () => {
      const [one, other] = [aSubject(), aSubject()].map((subject) => ({ subject, category: 'n' }));
      if (one === undefined || other === undefined) throw new Error('nobody');
      const section = await sealOne(one.subject, 'n', 1);
      await sealOne(other.subject, 'n', 2);
      let ofOther = new Uint8Array();
      await vault.putAway([other], async (bytes) => (ofOther = Uint8Array.from(bytes)));
      await vault.putAway([one], turned);
      await expect(vault.bringBack([one], async () => Uint8Array.from(ofOther))).rejects.toThrow(Tampered);
      await expect(vault.open(section, place, grantFor('n'))).rejects.toThrow(KeysAway);
      expect(await vault.bringBack([one], turned)).toEqual({ keys: 1 });
      expect(await vault.open(section, place, grantFor('n'))).toEqual({ value: 1 });
    });

    it('erases keys that are away, and brings none of them back', async () => {
      const subject = aSubject();
      const owners = ['n', 'm'].map((category) => ({ subject, category }));
      const [gone, kept] = [await sealOne(subject, 'n', 1), await sealOne(subject, 'm', 2)];
      await vault.putAway(owners, turned);
      expect(await vault.erase(subject, 'n')).toEqual({ destroyed: 1 });
      expect(await vault.keysOf(subject)).toEqual({ live: 1, destroyed: 1 });
      expect(await vault.open(gone, place, grantFor('n'))).toBe('erased');
      expect(await vault.bringBack(owners, turned)).toEqual({ keys: 1 });
      expect(await vault.open(gone, place, grantFor('n'))).toBe('erased');
      expect(await vault.open(kept, place, grantFor('m'))).toEqual({ value: 2 });
      await expect(sealOne(subject, 'n', 3)).rejects.toThrow(Erased);
    });

    it('either seals before keys are put away, and that one goes with the others, or refuses', async () => {
      const subject = aSubject();
      const owners = Array.from({ length: 10 }, (_, nth) => ({ subject, category: `n-${nth}` }));
      const trying = owners.map((owner) => sealOne(subject, owner.category, 1).catch((error: unknown) => error));
      const putting = vault.putAway(owners, turned);
      const later = await Promise.all(
        owners.map(({ category }) => sealOne(subject, category, 2).catch((error: unknown) => error)),
      );
      const sealed = (await Promise.all(trying)).filter((each) => !(each instanceof Error)) as SealedSection[];
      expect(await putting).toEqual({ keys: sealed.length });
      expect(later.every((each) => each instanceof KeysAway)).toBe(true);
      const grant = grantFor(...owners.map(({ category }) => category));
      for (const section of sealed) await expect(vault.open(section, place, grant)).rejects.toThrow(KeysAway);
    });

    it('says so when it has never had a key', async () => {
      const section = await sealOne(aSubject(), 'n', 1);
      const unknown = { ...section, dekId: '00000000-0000-4000-8000-000000000000' };
      await expect(vault.open(unknown, place, grantFor('n'))).rejects.toThrow(KeyMissing);
    });

    it('refuses a value that has no JSON form', async () => {
      await expect(sealOne(aSubject(), 'n', undefined)).rejects.toThrow(TypeError);
    });

    it('gives the same digest for the same purpose and text, and another for any other', async () => {
      const subject = aSubject();
      const owner = { subject, category: 'identity' };
      const digests = await Promise.all([
        vault.mac('keys', 'text'),
        vault.mac('keys', 'texts'),
        vault.mac('key', 'stext'),
        vault.mac('other', 'text'),
        vault.macUnder(owner, 'keys', 'text'),
        vault.macUnder({ ...owner, category: 'narrative' }, 'keys', 'text'),
        vault.macUnder({ ...owner, subject: aSubject() }, 'keys', 'text'),
        vault.macUnder(owner, 'key', 'stext'),
      ]);
      expect(new Set(digests).size).toBe(digests.length);
      for (const digest of digests) expect(digest).toMatch(/^[A-Za-z0-9_-]{43}$/);
      expect(await vault.mac('keys', 'text')).toBe(digests[0]);
      expect(await vault.blind('keys', 'text')).toBe(digests[0]);
      expect(await vault.macUnder(owner, 'keys', 'text')).toBe(digests[4]);
    });
  });
}
