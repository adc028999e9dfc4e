import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { catchUp, type Projection, projectionId } from '#projection';
import { sqliteViews } from '#projection/sqlite';
import { skipsIn } from '../../src/audit/domain/skips.js';
import { eventProjections, factProjections } from '../../src/capabilities.js';
import { main } from '../../src/cli/projection.js';
import { openEmbedded } from '../../src/modes/embedded.js';
import type { Platform } from '../../src/platform.js';
import { refresh } from '../../src/runners.js';
import { fill, remembering, storeIn, typescript } from './support.js';

const cards = eventProjections.find(({ name }) => name === 'case-cards') as Projection<{ status: string }>;
const referrals = eventProjections.find(({ name }) => name === 'referral-cards') as Projection;

describe('looking after views', () => {
  let root: string;
  let env: NodeJS.ProcessEnv;
  let told = remembering();
  const store = () => storeIn(root);
  const projection = (...args: string[]) => main(args, env, told);
  const onPlatform = async <T>(work: (platform: Platform) => Promise<T>): Promise<T> => {
    const platform = await openEmbedded({ paths: store() });
    try {
      return await work(platform);
    } finally {
      await platform.close();
    }
  };

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'views-'));
    const { data, vault, vaultCopy } = store();
    env = { CHASKI_DATA: data, CHASKI_VAULT: vault, CHASKI_VAULT_COPY: vaultCopy };
    told = remembering();
    await fill(store(), 6);
    await onPlatform(refresh);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  /** What readers see of the first card is changed by hand, as a defect would have. */
  const spoil = async (): Promise<string> => {
    const views = sqliteViews({ path: store().views });
    const [key, document] = (await views.all(cards)[Symbol.asyncIterator]().next()).value as [
      string,
      { status: string },
    ];
    const upTo = await views.checkpoint(cards);
    if (upTo === undefined) throw new Error('nothing was folded');
    const changes = new Map([
      [key, { document: { ...document, status: 'spoilt' }, terms: cards.index(document, key) }],
    ]);
    expect(await views.write({ projection: cards, from: upTo, upTo, changes })).toBe(true);
    await views.close();
    return key;
  };
  const statusOf = (key: string) => onPlatform(async ({ views }) => (await views.get(cards, key))?.status);

  it('says where each of them stands', async () => {
    expect(await projection('list')).toBe(0);
    const all = [...eventProjections, ...factProjections];
    expect(told.said).toEqual(all.map((each) => `${projectionId(each)}: al día`));
    await onPlatform(({ views }) => views.drop(cards));
    expect(await projection('list')).toBe(0);
    expect(told.said).toContain(`${projectionId(cards)}: sin empezar`);
  });

  it('compares a view made anew with the live one, swaps it in and goes back', async () => {
    expect(await projection('rebuild', 'case-cards', '--compare')).toBe(0);
    expect(told.said[0]).toBe(`${projectionId(cards)}: igual a la que se ve.`);
    const key = await spoil();
    expect(await projection('rebuild', projectionId(cards), '--beside')).toBe(0);
    expect(await projection('rebuild', 'case-cards', '--compare')).toBe(4);
    expect(told.said.join('\n')).toContain(`${key} difiere en /status.`);
    expect(told.said.join('\n')).not.toContain('spoilt');
    expect(await statusOf(key)).toBe('spoilt');
    expect(await projection('rebuild', 'case-cards', '--compare', '--swap')).toBe(0);
    expect(await statusOf(key)).toBe('open');
    expect(await projection('rebuild', 'case-cards', '--back')).toBe(0);
    expect(await statusOf(key)).toBe('spoilt');
    expect(await projection('rebuild', 'case-cards', '--back')).toBe(1);
    expect(await projection('rebuild', 'case-cards')).toBe(0);
    expect(await statusOf(key)).toBe('open');
  });

  it('fails no read of another process while a view is rebuilt, swapped and rolled back', async () => {
    await spoil();
    const script = join(import.meta.dirname, '../../src/cli/testing/polling-child.ts');
    const reader = spawn(process.execPath, [...typescript, script, store().views, projectionId(cards)]);
    const closed = once(reader, 'close');
    let output = '';
    reader.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    const reads = () => output.split('\n').slice(0, -1);
    /** Resolves when a read was answered with that; what went before may still be on its way. */
    const answered = async (wanted: 'old' | 'new') => {
      while (reads().at(-1) !== wanted) {
        if (reader.exitCode !== null) throw new Error('the reader ended');
        await pause(2);
      }
    };
    try {
      await answered('old');
      for (let round = 0; round < 3; round += 1) {
        expect(await projection('rebuild', 'case-cards', '--beside', '--compare', '--swap')).toBe(0);
        await answered('new');
        expect(await projection('rebuild', 'case-cards', '--back')).toBe(0);
        await answered('old');
      }
    } finally {
      reader.kill('SIGKILL');
      await closed;
    }
    expect(reads().filter((line) => line !== 'old' && line !== 'new')).toEqual([]);
    // Between two changes there was one kind of answer only.
    const changes = reads().filter((line, index, all) => index === 0 || line !== all[index - 1]);
    expect(changes).toEqual(['old', 'new', 'old', 'new', 'old', 'new', 'old']);
  });

  it('skips the event a view stands before, writes that down, and goes on', async () => {
    const poison = await onPlatform(async ({ log }) => {
      const ids = [crypto.randomUUID(), crypto.randomUUID()];
      let position = '';
      for (const id of ids) {
        const event = { id, type: 'ReferralNoted', data: {}, metadata: { schema: '99' } };
        ({ position } = await log.append(`referral-${id}`, 0, [event]));
      }
      return { id: ids[1] ?? '', stream: `referral-${ids[1]}`, position };
    });
    const first = String(Number(poison.position) - 1).padStart(poison.position.length, '0');
    const id = projectionId(referrals);
    await expect(onPlatform(refresh)).rejects.toThrow('ReferralNoted');

    expect(await projection('rebuild', 'referral-cards', '--beside')).toBe(0);
    expect(await projection('rebuild', 'referral-cards')).toBe(1);
    expect(told.said.at(-1)).toContain(`${id} se detiene antes de ReferralNoted, en ${first}`);
    expect(await projection('skip', 'referral-cards', poison.position, '--reason', 'exercise')).toBe(1);
    expect(told.said.at(-1)).toContain(`en ${first}`);
    expect(await projection('skip', 'referral-cards', first, '--reason', 'exercise')).toBe(1);
    expect(told.said.join('\n')).toContain(`${id}: salta desde ahora ReferralNoted en ${first}`);
    expect(told.said.at(-1)).toContain(`se detiene antes de ReferralNoted, en ${poison.position}`);
    expect(await projection('skip', 'referral-cards', poison.position, '--reason', 'exercise')).toBe(0);
    expect(told.said.at(-1)).toBe(`${id}: al día.`);

    await onPlatform(async (platform) => {
      expect((await skipsIn(platform.log))[1]).toEqual({
        projection: id,
        stream: poison.stream,
        eventId: poison.id,
        reason: 'exercise',
      });
      // A server that starts now stands behind it, and goes on.
      await catchUp(platform.log, [referrals], platform.views);
    });
    expect(await projection('list')).toBe(0);
    expect(told.said).toContain(`  salta ${poison.id} de ${poison.stream} (exercise)`);
    expect(await projection('rebuild', 'referral-cards', '--compare', '--swap')).toBe(0);
    expect(await projection('skip', 'referral-cards', poison.position, '--reason', 'exercise')).toBe(1);
  });

  it('does not skip what can be folded, nor what is not there', async () => {
    const head = await onPlatform(({ log }) =>
      log
        .readAll({ types: ['CaseOpened'] })
        [Symbol.asyncIterator]()
        .next(),
    );
    const { events } = head.value as { readonly events: readonly { readonly position: string }[] };
    expect(await projection('skip', 'case-cards', events[0]?.position ?? '', '--reason', 'defect')).toBe(1);
    expect(told.said.at(-1)).toContain('no hay nada que saltar');
    expect(await projection('skip', 'case-cards', '9'.repeat(20), '--reason', 'defect')).toBe(1);
    expect(await onPlatform(({ log }) => skipsIn(log))).toEqual([]);
  });

  it('is refused in words that make no sense, while a server runs, and where there is no store', async () => {
    const wrong = [
      [],
      ['look'],
      ['rebuild'],
      ['rebuild', 'no-such-view'],
      ['rebuild', 'case-cards', '7'],
      ['rebuild', 'case-cards', '--back', '--swap'],
      ['skip', 'case-cards', '--reason', 'defect'],
      ['skip', 'case-cards', '1'],
      ['skip', 'case-cards', '1', '--reason', 'Rosa called'],
      ['list', 'a', 'b', 'c'],
    ];
    for (const args of wrong) expect([args, await projection(...args)]).toEqual([args, 2]);
    await onPlatform(async () => expect(await projection('list')).toBe(6));
    expect(await main(['list'], { ...env, CHASKI_DATA: join(root, 'nowhere') }, told)).toBe(1);
  });
});
