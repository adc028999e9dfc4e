import { deriveId } from '#event-log';
import { deadOf, standingOf } from '../../src/interop/delivery/backlog.js';
import type { Outcome, Post } from '../../src/interop/delivery/post.js';
import { eventually } from '../acceptance/house.js';
import { World } from './webhooks-world.js';

interface Sent {
  readonly to: string;
  readonly id: string;
  readonly body: string;
}

/** Receivers without a network: each answers as its address says. */
describe('a deliverer', () => {
  const sent: Sent[] = [];
  let answers: Record<string, Outcome | 'never'> = {};
  let world: World;
  const post: Post = (url, headers, body, signal) => {
    const to = new URL(url).hostname;
    sent.push({ to, id: headers['webhook-id'] ?? '', body });
    const answer = answers[to] ?? { taken: true };
    if (answer !== 'never') return Promise.resolve(answer);
    return new Promise((resolve) =>
      signal.addEventListener('abort', () => resolve({ taken: false, gone: false, why: 'no-connection' })),
    );
  };
  const refused: Outcome = { taken: false, gone: false, why: 'status-500' };
  const subscribe = (institution: string) =>
    world.subscribe(institution, institution, `https://${institution}.example.pe/`);
  const toldTo = (institution: string) =>
    sent.filter(({ to }) => to === `${institution}.example.pe`).map(({ id }) => id);
  const standing = (webhook: string) => standingOf(world.store, webhook);
  const settled = (webhook: string, taken: number) =>
    eventually(async () => ((await standing(webhook)).tally.taken >= taken ? true : undefined));

  beforeEach(() => {
    sent.length = 0;
    answers = {};
    world = new World(post);
  });
  afterEach(() => world.close());

  it('is told of no history that was brought in, nor of what came before the subscription', async () => {
    const ends = { from: 'police', to: 'cem' };
    const [old, imported, live] = [deriveId('old'), deriveId('imported'), deriveId('live')];
    await world.step(old, 1, ends);
    const webhook = await subscribe('cem');
    world.begin();
    await world.step(imported, 1, { ...ends, origin: 'import' });
    const fact = await world.step(live, 1, ends);
    await settled(webhook, 1);
    expect(toldTo('cem')).toEqual([fact]);
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({
      ...{ specversion: '1.0', type: 'ReferralSent.v1', subject: `referral-${live}`, streamrevision: '1' },
      data: { from: 'police', to: 'cem' },
    });
  });

  it('is told nothing of a case under seal, also of what waited, until it is opened and asked for again', async () => {
    const ends = { from: 'police', to: 'cem' };
    const webhook = await subscribe('cem');
    const [closed, other] = [deriveId('closed'), deriveId('other')];
    answers = { 'cem.example.pe': refused };
    world.begin();
    const first = await world.step(closed, 1, ends);
    await eventually(async () => (toldTo('cem').length > 0 ? true : undefined));
    world.sealed.add(closed);
    answers = {};
    const second = await world.step(closed, 2, ends);
    const open = await world.step(other, 1, ends);
    await eventually(async () => ((await standing(webhook)).waiting === 0 ? true : undefined));
    await settled(webhook, 1);
    expect(toldTo('cem').filter((id) => id !== first)).toEqual([open]);
    world.sealed.delete(closed);
    sent.length = 0;
    await world.tell(webhook, { do: 'replay', after: '0'.repeat(20) });
    await settled(webhook, 4);
    expect(toldTo('cem').filter((id) => id !== open)).toEqual([first, second]);
  });

  it('lets nobody wait for a receiver that does not answer, and keeps no more for it than there is room for', async () => {
    answers = { 'slow.example.pe': 'never' };
    const [slow, quick] = [await subscribe('slow'), await subscribe('quick')];
    world.begin();
    const streams = Array.from({ length: 1_200 }, (_, index) => deriveId('many', index));
    for (const stream of streams) await world.step(stream, 1, { from: 'slow', to: 'quick' });
    await settled(quick, streams.length);
    // As many are under way as may be, and no more wait than there is room for, and a page.
    expect(toldTo('slow')).toHaveLength(4);
    const { waiting } = await standing(slow);
    expect(waiting).toBeGreaterThan(0);
    expect(waiting).toBeLessThanOrEqual(1_000 + 200);
  });

  it('gives a fact up after ten tries, goes on with its stream, and sends it again when it is asked for', async () => {
    answers = { 'cem.example.pe': refused };
    const webhook = await subscribe('cem');
    world.begin();
    const stream = deriveId('stuck');
    const first = await world.step(stream, 1, { from: 'police', to: 'cem' });
    await eventually(async () => ((await standing(webhook)).dead === 1 ? true : undefined));
    expect(toldTo('cem')).toEqual(Array.from({ length: 10 }, () => first));
    const [letter] = await deadOf(world.store, webhook, { limit: 10 });
    expect(letter?.delivery).toMatchObject({ id: first, tried: 10, why: 'status-500' });
    expect(world.noted).toEqual([
      ['webhook gave up', { name: webhook, position: letter?.delivery.position, count: 10 }],
    ]);

    answers = {};
    const second = await world.step(stream, 2, { from: 'police', to: 'cem' });
    await settled(webhook, 1);
    await world.tell(webhook, { do: 'redeliver', fact: first });
    await settled(webhook, 2);
    expect(toldTo('cem').slice(10)).toEqual([second, first]);
    expect((await standing(webhook)).dead).toBe(0);
  });

  it('sends again from a position, in order, once for each time it was asked', async () => {
    const webhook = await subscribe('cem');
    world.begin();
    const stream = deriveId('again');
    const facts: string[] = [];
    for (const nth of [1, 2, 3]) facts.push(await world.step(stream, nth, { from: 'police', to: 'cem' }));
    await settled(webhook, 3);
    const { position } = JSON.parse(sent[0]?.body ?? '') as { position: string };
    await world.tell(webhook, { do: 'replay', after: position });
    await settled(webhook, 5);
    expect(toldTo('cem')).toEqual([...facts, ...facts.slice(1)]);
    // Begun anew, it reads what was asked for once more, and knows that it is done.
    await world.kill();
    world.begin();
    const last = await world.step(stream, 4, { from: 'police', to: 'cem' });
    await settled(webhook, 6);
    expect(toldTo('cem')).toEqual([...facts, ...facts.slice(1), last]);
  });

  it('forgets what it kept of a subscription that is over', async () => {
    answers = { 'cem.example.pe': refused };
    const webhook = await subscribe('cem');
    world.begin();
    await world.step(deriveId('over'), 1, { from: 'police', to: 'cem' });
    await eventually(async () => ((await standing(webhook)).waiting === 1 ? true : undefined));
    await world.tell(webhook, { do: 'end' });
    await eventually(async () => ((await standing(webhook)).waiting === 0 ? true : undefined));
    expect(await standing(webhook)).toEqual({ tally: { taken: 0, carriedOut: 0 }, waiting: 0, dead: 0 });
  });
});
