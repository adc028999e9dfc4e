import { specification } from '#decider/specification';
import { deriveId } from '#decider';
import { badNames } from '../../protocol/testing/bad.js';
import * as the from '../testing/session-fixtures.js';
import { quorumOf, sessionDecider } from './session.js';
import { without } from './without.js';

const { given } = specification(sessionDecider);
const { at, attended, came, cem, closed, convened, convening, decided, deciding, health, muni, opened, police } = the;

/** On Wednesday, the day before the session and the week after it was convened. */
const before = { recordedAt: '2025-10-01T15:00:00.000Z', commandId: 'c' };

describe('a quorum', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 2],
    [5, 3],
    [7, 4],
    [8, 5],
    [20, 11],
    [21, 11],
  ])('of %d members is %d: half of them, and one', (seated, quorum) => {
    expect(quorumOf(seated)).toBe(quorum);
  });
});

describe('a session', () => {
  const item = {
    type: 'AgendaItemAdded' as const,
    data: {
      board: the.board,
      item: deriveId('c', 'item', 0),
      kind: 'MONTHLY_REPORT' as const,
      title: 'Informe de setiembre',
    },
  };

  it('is convened with its agenda, and its members are reminded three days before', () => {
    given().when(convening, before).then(convened, item);
    given(convened).when(convening, before).changesNothing();
  });

  it('reminds nobody when it is over, or history', () => {
    const data = without(convened.data, 'remindAt');
    given()
      .when({ ...convening, agenda: [] }, { ...before, recordedAt: '2025-12-01T00:00:00.000Z' })
      .then({ type: 'SessionConvened', data });
    given()
      .when({ ...convening, agenda: [] }, { ...before, origin: 'import' })
      .then({ type: 'SessionConvened', data: { ...data, imported: true } });
  });

  it.each(badNames)('has a public agenda: %j is no item', (title) => {
    given(convened).when({ do: 'add-item', kind: 'OTHER', title }).refuses('session/bad-name');
  });

  it('has an agreement on its agenda once', () => {
    const { kind, title, agreement = '' } = the.itemAdded.data;
    const adding = { do: 'add-item', kind, title, agreement } as const;
    given(convened)
      .when(adding, { commandId: 'c' })
      .then({ type: 'AgendaItemAdded', data: { ...the.itemAdded.data, item: deriveId('c', 'item') } });
    given(convened, the.itemAdded).when(adding).changesNothing();
  });

  it('has an agenda of sixty items at most', () => {
    given(convened, ...Array.from({ length: 60 }, () => item))
      .when({ do: 'add-item', kind: 'OTHER', title: 'Uno más' })
      .refuses('session/agenda-full');
  });

  it('reminds once, of the instant it is called to', () => {
    given(convened).when({ do: 'remind', at }).then(the.reminded);
    given(convened, the.reminded).when({ do: 'remind', at }).changesNothing();
    given(convened, the.postponed).when({ do: 'remind', at }).changesNothing();
    given(convened, the.cancelled).when({ do: 'remind', at }).changesNothing();
  });

  it('is put off before it begins, and then reminds anew', () => {
    const postponing = { do: 'postpone', at: the.postponed.data.at, reason: 'HOLIDAY' } as const;
    given(convened).when(postponing, before).then(the.postponed);
    given(convened, the.postponed).when(postponing, before).changesNothing();
    given(convened, opened).when(postponing, before).refuses('session/not-convened');
  });

  it('is called off before it begins', () => {
    given(convened).when({ do: 'cancel', reason: 'NO_PLACE' }).then(the.cancelled);
    given(convened, the.cancelled).when({ do: 'cancel', reason: 'NO_PLACE' }).changesNothing();
    given(convened, the.cancelled).when({ do: 'open', seated: the.members }).refuses('session/not-convened');
    given(convened, opened).when({ do: 'cancel', reason: 'NO_PLACE' }).refuses('session/not-convened');
  });

  it('opens with the members of the day', () => {
    given(convened).when({ do: 'open', seated: the.members, presiding: muni }).then(opened);
    given(convened, opened).when({ do: 'open', seated: the.members }).changesNothing();
    given(convened).when({ do: 'open', seated: [] }).refuses('session/nobody-seated');
    given(convened)
      .when({ do: 'open', seated: ['la policía'] })
      .refuses('session/bad-code');
  });

  it('is there before anything is done with it', () => {
    given().when({ do: 'close' }).refuses('session/unknown');
  });
});

describe('who comes', () => {
  const ticking = { do: 'attend', organization: cem, by: 'titular', mode: 'in-person' } as const;

  it('is ticked once, ticked anew when it was another way, and taken out when it was a mistake', () => {
    given(convened, opened).when(ticking).then(came(cem));
    given(convened, opened, came(cem)).when(ticking).changesNothing();
    given(convened, opened, came(cem))
      .when({ ...ticking, mode: 'remote' })
      .then(came(cem, { mode: 'remote' }));
    given(convened, opened, came(cem)).when({ do: 'withdraw-attendance', organization: cem }).then(the.withdrawn);
    given(convened, opened).when({ do: 'withdraw-attendance', organization: cem }).changesNothing();
  });

  it('is a member on that day, and comes while the session is open', () => {
    given(convened, opened)
      .when({ ...ticking, organization: 'pe-150112-ong' })
      .refuses('session/not-seated');
    given(convened).when(ticking).refuses('session/not-open');
    given(convened, opened, closed).when(ticking).refuses('session/not-open');
  });

  it('presides in person: by law the mayor sends nobody', () => {
    given(convened, opened)
      .when({ ...ticking, organization: muni, by: 'alternate' })
      .refuses('session/presidency-not-delegable');
    given(convened, opened)
      .when({ ...ticking, by: 'alternate' })
      .then(came(cem, { by: 'alternate' }));
  });
});

describe('a decision', () => {
  it('is taken with three of five, and never with two', () => {
    given(...attended)
      .when(deciding)
      .then(decided);
    given(convened, opened, came(muni), came(cem)).when(deciding).refuses('session/no-quorum');
  });

  it('counts an organisation once, and not one that was ticked by mistake', () => {
    given(convened, opened, came(muni), came(cem), came(cem, { mode: 'remote' }))
      .when(deciding)
      .refuses('session/no-quorum');
    given(...attended, the.withdrawn)
      .when(deciding)
      .refuses('session/no-quorum');
    given(...attended, the.withdrawn, came(health))
      .when(deciding)
      .then(decided);
  });

  it('is the same when it is sent again', () => {
    given(...attended, decided)
      .when(deciding)
      .changesNothing();
  });

  it('is due on the day of the session or later, on the clocks of the place', () => {
    given(...attended)
      .when({ ...deciding, due: '2025-10-08' })
      .refuses('session/due-before-session');
    given(...attended)
      .when({ ...deciding, due: '2025-10-09' })
      .then({ ...decided, data: { ...decided.data, due: '2025-10-09' } });
  });

  it('may say under which item, for which indicator and which action of a plan', () => {
    const { item, indicator, serves } = the.decidedWithAll.data;
    const with3 = { ...deciding, ...(item && { item }), ...(indicator && { indicator }), ...(serves && { serves }) };
    given(...attended, the.itemAdded)
      .when(with3)
      .then(the.decidedWithAll);
    given(...attended)
      .when(with3)
      .refuses('session/unknown-item');
  });

  it.each(badNames)('has a public text: %j is none', (text) => {
    given(...attended)
      .when({ ...deciding, text })
      .refuses('session/bad-name');
  });
});

describe('the end of a session', () => {
  it('says who was there, and how much was agreed', () => {
    given(...attended, decided)
      .when({ do: 'close' })
      .then(closed);
    given(...attended, decided, closed)
      .when({ do: 'close' })
      .changesNothing();
    given(convened).when({ do: 'close' }).refuses('session/not-open');
  });

  it('comes without a quorum too: then nothing was agreed', () => {
    given(convened, opened, came(police))
      .when({ do: 'close' })
      .satisfies(([event]) => expect(event?.data).toMatchObject({ quorum: 3, decisions: 0 }));
  });

  it('has minutes, whose number and digest stay', () => {
    const minutes = { do: 'record-minutes', number: '010-2025', digest: the.digest } as const;
    given(...attended, closed)
      .when(minutes)
      .then(the.minuted);
    given(...attended, closed, the.minuted)
      .when(minutes)
      .changesNothing();
    given(...attended, closed, the.minuted)
      .when({ ...minutes, number: '011-2025' })
      .refuses('session/minutes-recorded');
    given(convened).when(minutes).refuses('session/not-open');
    given(...attended)
      .when({ ...minutes, digest: 'abc' })
      .refuses('session/bad-digest');
  });
});
