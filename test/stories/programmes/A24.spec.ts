import { cem, eventually } from '../../acceptance/house.js';
import { api, board, congress, network, registerWorld, type RegisterWorld } from './register-world.js';

/** A24: women leaders watch over authorities: what they find, what the institution replies, what the board agrees. */
describe('A24, from a finding to an agreement', () => {
  let at: RegisterWorld;
  let id = '';
  beforeAll(async () => {
    at = await registerWorld();
  });
  afterAll(() => at.close());

  const finding = {
    ...{ network, observed: cem, topic: 'WAITING_TIME', on: '2026-03-06', due: '2026-03-20' },
    text: 'Los lunes la espera pasa de dos horas',
  };
  const url = (rest: string): string => `${api}/findings/${id}/${rest}`;

  it('is raised by the network itself, about an institution and not about a person', async () => {
    expect(await at.refused(`${api}/findings`, finding, at.member)).toEqual([403, 'register/not-yours']);
    expect(await at.refused(`${api}/findings`, { ...finding, text: 'Llamar al 987654321' }, at.citizens)).toEqual([
      422,
      'register/bad-name',
    ]);
    id = (await at.as(at.citizens, `${api}/findings`, finding)).id;
    await at.later('2026-03-09T15:30:00.000Z');
    const told = await eventually(() => at.notices().find(({ kind }) => kind === 'finding-raised'));
    expect(told).toMatchObject({ to: cem, ref: id });
    const coordination = { to: `coordinator/${board}`, kind: 'finding-raised', ref: id };
    expect(await eventually(() => at.notices().find(({ to }) => to === coordination.to))).toMatchObject(coordination);
  });

  it('is answered by the institution that was watched, and by no other', async () => {
    const answer = { answer: 'ACCEPTED', on: '2026-03-09', text: 'Se abrirá un turno más los lunes' };
    for (const other of [at.citizens, at.coordinator]) {
      expect(await at.refused(url('answers'), answer, other)).toEqual([403, 'register/not-yours']);
    }
    await at.as(at.member, url('answers'), answer);
    expect(await at.refused(url('answers'), answer, at.member)).toEqual([409, 'finding/answered']);
  });

  it('is answered through the coordination where that institution has no seat, with the letter it came by', async () => {
    const about = { ...finding, observed: congress, text: 'No publica su agenda' };
    const other = (await at.as(at.citizens, `${api}/findings`, about)).id;
    const answer = { answer: 'ACCEPTED', on: '2026-03-09', text: 'Se publicará cada lunes' };
    expect(await at.refused(`${api}/findings/${other}/answers`, answer, at.outsider)).toEqual([403, 'forbidden']);
    const passedOn = { ...answer, letter: 'OFICIO-031-2026' };
    const url = `${api}/findings/${other}/replies-passed-on`;
    for (const nobody of [at.citizens, at.member]) {
      expect(await at.refused(url, passedOn, nobody)).toEqual([403, 'register/not-yours']);
    }
    await at.done(url, passedOn);
    expect(await at.refused(url, passedOn)).toEqual([409, 'finding/answered']);
    expect(await at.read(`${api}/findings/${other}`, at.citizens)).toMatchObject({
      observed: congress,
      steps: [{ type: 'FindingReplyPassedOn', ...passedOn }],
    });
  });

  it('is taken up in an agreement of the board, and of no other board', async () => {
    const agreement = await at.agree('Abrir un turno más los lunes');
    expect(await at.refused(url('agreements'), { agreement }, at.citizens)).toEqual([403, 'register/not-yours']);
    expect(await at.refused(url('agreements'), { agreement: id })).toEqual([422, 'register/unknown-agreement']);
    await at.done(url('agreements'), { agreement });
    await at.as(at.citizens, url('settlements'), { how: 'PUT_RIGHT', on: '2026-03-09' });
    expect(await at.read(`${api}/findings/${id}`, at.citizens)).toMatchObject({
      steps: [
        { type: 'FindingAnswered', answer: 'ACCEPTED', institution: cem },
        { type: 'FindingTakenUp', agreement },
        { type: 'FindingSettled', how: 'PUT_RIGHT' },
      ],
    });
    expect(await at.refused(url('settlements'), { how: 'PUT_RIGHT', on: '2026-03-09' })).toEqual([409, 'finding/over']);
  });
});
