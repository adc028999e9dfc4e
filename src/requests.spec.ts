import { LogUnavailable } from '#event-log';
import { NotGranted } from '#vault';
import { sealedIn, tellOf, canaries } from '../test/erasure/support.js';
import { memoryPlatform } from '../test/support/platform.js';
import type { DecryptGrant } from './people/access/grant.js';
import { readsOf } from './reads.js';
import { opened, type Sealed } from './requests.js';

const start = '2026-03-09T15:00:00.000Z';

describe('Opening a sealed section', () => {
  const platform = memoryPlatform(start);
  let sealed: Sealed;
  beforeAll(async () => {
    await tellOf(platform, 'her', start);
    const found = (await sealedIn(platform)).find(({ binding }) => binding.section === 'identity');
    if (found === undefined) throw new Error('no identity was sealed');
    const { section: field, ...place } = found.binding;
    sealed = { section: found.section, field, ...place };
  });
  afterAll(() => platform.close());

  const grantUntil = (until: string, category: 'identity' | 'narrative' = 'identity'): DecryptGrant => {
    const { stream } = sealed;
    const terms = { actor: 'ana', purpose: 'care', categories: [category], stream };
    const reader = { institution: 'cem', role: 'worker', purpose: 'care' };
    return { grant: platform.mintGrant(terms), actor: 'ana', stream, classes: [category], until, reader };
  };
  const recorded = async (): Promise<number> => {
    const ids: string[] = [];
    for await (const { id } of platform.reads.readStream(readsOf(sealed.stream))) ids.push(id);
    return ids.length;
  };

  it('shows what was sealed, and was written down before', async () => {
    const shown = await opened(platform, sealed, grantUntil(start), 'identity');
    expect(shown).toEqual({ value: expect.objectContaining({ name: canaries.name }) as object });
    expect(await recorded()).toBe(1);
  });

  it('ends when the grant does, and leaves no record of what was not shown', async () => {
    const over = grantUntil('2026-03-09T14:59:59.999Z');
    await expect(opened(platform, sealed, over, 'identity')).rejects.toThrow(NotGranted);
    expect(await recorded()).toBe(1);
  });

  it('takes a grant for this kind of data', async () => {
    const other = grantUntil(start, 'narrative');
    await expect(opened(platform, sealed, other, 'identity')).rejects.toThrow(NotGranted);
  });

  it('shows nothing that cannot be written down', async () => {
    let asked = 0;
    const blind = {
      ...platform,
      reads: {
        ...platform.reads,
        append: () => Promise.reject(new LogUnavailable('not-written', 'the disk is full')),
      },
      vault: {
        ...platform.vault,
        open: () => {
          asked += 1;
          return Promise.resolve('erased' as const);
        },
      },
    };
    await expect(opened(blind, sealed, grantUntil(start), 'identity')).rejects.toThrow(LogUnavailable);
    expect(asked).toBe(0);
  });
});
