import { activityOf, api, registerWorld, type RegisterWorld } from './register-world.js';

/** A4: a centre holds awareness activities, and what they reached is counted beside what it attends. */
describe('A4, the awareness activities of a centre', () => {
  let at: RegisterWorld;
  let id = '';
  beforeAll(async () => {
    at = await registerWorld();
  });
  afterAll(() => at.close());

  const people = [
    { sex: 'F', ageBand: '18-25', count: 40 },
    { sex: 'M', ageBand: '18-25', count: 25 },
  ];

  it('are entered by whoever held them, once, however often they are sent', async () => {
    const body = activityOf({ kind: 'AWARENESS', people });
    const headers = { 'idempotency-key': 'actividad-1' };
    const [first, again] = [
      await at.member.post(`${api}/activities`, body, headers),
      await at.member.post(`${api}/activities`, body, headers),
    ];
    id = first.json<{ id: string }>().id;
    expect([first.statusCode, again.statusCode, again.json<{ id: string }>().id]).toEqual([201, 201, id]);
    expect(first.headers['location']).toBe(`${api}/activities/${id}`);
    expect(await at.read(`${api}/activities`, at.member)).toMatchObject([{ id, kind: 'AWARENESS', people }]);
  });

  it('say field by field what is wrong with them', async () => {
    const wrong = activityOf({ kind: 'PARTY', on: '2026-02-30', audience: 1.5, text: 'x' });
    const answer = await at.member.post(`${api}/activities`, wrong);
    const { errors } = answer.json<{ errors: readonly { pointer: string }[] }>();
    expect(answer.statusCode).toBe(400);
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/audience', '/kind', '/on', '/text']);
    expect(await at.refused(`${api}/activities`, activityOf({ on: '2026-03-10' }))).toEqual([422, 'register/not-yet']);
    expect(await at.refused(`${api}/activities`, activityOf({ institutions: ['nadie'] }))).toEqual([
      422,
      'register/unknown-organization',
    ]);
  });

  it('are corrected and taken out with a reason, by whoever entered them or coordinates', async () => {
    const corrected = activityOf({ kind: 'AWARENESS', people: people.slice(0, 1) });
    const correction = { ...corrected, reason: 'WRONG_COUNT' };
    expect(await at.refused(`${api}/activities/${id}/correction`, correction, at.citizens)).toEqual([
      403,
      'register/not-yours',
    ]);
    await at.as(at.member, `${api}/activities/${id}/correction`, correction);
    await at.done(`${api}/activities/${id}/withdrawal`, { reason: 'ENTERED_TWICE' });
    expect(await at.read(`${api}/activities`)).toEqual([]);
    expect(await at.read(`${api}/activities?state=withdrawn`)).toMatchObject([
      {
        ...{ id, status: 'withdrawn', people: people.slice(0, 1) },
        changes: [
          { type: 'ActivityCorrected', reason: 'WRONG_COUNT' },
          { type: 'ActivityWithdrawn', reason: 'ENTERED_TWICE' },
        ],
      },
    ]);
    expect(await at.refused(`${api}/activities/${id}/correction`, correction)).toEqual([409, 'register/withdrawn']);
  });

  it('are of the board: nobody else reads or writes them', async () => {
    expect(await at.refused(`${api}/activities`, activityOf(), at.outsider)).toEqual([403, 'forbidden']);
    expect((await at.outsider.get(`${api}/activities`)).statusCode).toBe(403);
    expect((await at.member.get(`/api/boards/otra/activities`)).statusCode).toBe(404);
    expect((await at.member.get(`${api}/norms/${id}`)).json<{ code: string }>().code).toBe('register/unknown');
  });
});
