import { after, answers, before, better } from '../testing/enrolment-fixtures.js';
import * as the from '../testing/masculinities-fixtures.js';
import { recordedOn } from '../testing/recorded-on.js';
import { masculinitiesDecider } from './masculinities.js';

const { given } = recordedOn('2025-10-31T15:00:00.000Z', masculinitiesDecider);
const { acted, closed, formed, forming, joined, leads, leadsNoMore, left, measured, met, participant } = the;
const stranger = 'ffffffff-0000-8000-8000-000000000001';

describe('a group of men', () => {
  it('is formed once, and is there before anybody joins', () => {
    given().when(forming).then(formed);
    given(formed).when(forming).refuses('masculinities/exists');
    given().when({ do: 'join' }).refuses('masculinities/unknown');
    given()
      .when({ ...forming, name: 'Llamar al 987654321' })
      .refuses('masculinities/bad-name');
    given()
      .when({ ...forming, district: 'x' })
      .refuses('masculinities/bad-district');
  });

  it('gives whoever joins a code and asks for nothing else', () => {
    given(formed).when({ do: 'join' }).then(joined);
  });

  it('lets go whoever leaves, with a reason', () => {
    given(formed, joined).when({ do: 'leave', participant, reason: 'MOVED' }).then(left);
    given(formed, joined, left)
      .when({ do: 'leave', participant, reason: 'MOVED' })
      .refuses('masculinities/unknown-participant');
  });

  it('names who leads others, and no longer', () => {
    given(formed, joined).when({ do: 'name-leader', participant }).then(leads);
    given(formed, joined, leads).when({ do: 'name-leader', participant }).changesNothing();
    given(formed, joined, leads).when({ do: 'unname-leader', participant }).then(leadsNoMore);
    given(formed, joined).when({ do: 'unname-leader', participant }).changesNothing();
    given(formed, joined, leads, left)
      .when({ do: 'unname-leader', participant })
      .refuses('masculinities/unknown-participant');
  });

  it('meets once a day, and corrects who came', () => {
    const meeting = { do: 'meet', day: '2025-10-04', present: [participant] } as const;
    given(formed, joined).when(meeting).then(met);
    given(formed, joined, met).when(meeting).changesNothing();
    given(formed, joined, met)
      .when({ ...meeting, present: [] })
      .then({ ...met, data: { ...met.data, present: [], corrects: true } });
    given(formed, joined)
      .when({ ...meeting, present: [stranger] })
      .refuses('masculinities/unknown-participant');
    given(formed, joined)
      .when({ ...meeting, day: 'ayer' })
      .refuses('masculinities/bad-day');
    given(formed, joined)
      .when({ ...meeting, day: '2025-11-01' })
      .refuses('masculinities/not-yet');
  });

  it('says who came also of whoever has left since, and once it meets no more', () => {
    const meeting = { do: 'meet', day: '2025-10-04', present: [participant] } as const;
    given(formed, joined, left).when(meeting).then(met);
    given(formed, joined, left, closed).when(meeting).then(met);
    given(formed, joined, left, closed)
      .when({ ...meeting, present: [stranger] })
      .refuses('masculinities/unknown-participant');
  });

  it('acts in public', () => {
    const { day, kind, men, reached } = acted.data;
    const told = { day, kind, men, reached };
    given(formed)
      .when({ do: 'act', ...told })
      .satisfies(([event]) => expect(event?.data).toMatchObject(told));
    given(formed)
      .when({ do: 'act', ...told, men: 0 })
      .refuses('masculinities/bad-number');
    given(formed)
      .when({ do: 'act', ...told, day: '2025-11-01' })
      .refuses('masculinities/not-yet');
  });

  it('takes nothing more once it is closed', () => {
    given(formed).when({ do: 'close' }).then(closed);
    given(formed, closed).when({ do: 'close' }).changesNothing();
    given(formed, closed).when({ do: 'join' }).refuses('masculinities/closed');
  });
});

describe('the measure of a participant', () => {
  it('is his own, before and after', () => {
    const pre = measured(before, answers);
    given(formed, joined).when({ do: 'measure', participant, phase: 'PRE', answers }).then(pre);
    given(formed, joined, pre)
      .when({ do: 'measure', participant, phase: 'POST', answers: better })
      .then(measured(after, better));
    given(formed, joined)
      .when({ do: 'measure', participant: stranger, phase: 'PRE', answers })
      .refuses('masculinities/unknown-participant');
  });

  it('is closed also for whoever has left, and once the group meets no more; but never begun then', () => {
    const pre = measured(before, answers);
    const post = { do: 'measure', participant, phase: 'POST', answers: better } as const;
    given(formed, joined, pre, left).when(post).then(measured(after, better));
    given(formed, joined, pre, closed).when(post).then(measured(after, better));
    given(formed, joined, left)
      .when({ ...post, phase: 'PRE' })
      .refuses('masculinities/unknown-participant');
    given(formed, joined, closed)
      .when({ ...post, phase: 'PRE' })
      .refuses('masculinities/closed');
  });
});
