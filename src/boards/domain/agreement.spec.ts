import { specification } from '#decider/specification';
import * as the from '../testing/agreement-fixtures.js';
import { digest, sessionId } from '../testing/session-fixtures.js';
import { agreementDecider } from './agreement.js';

const { given } = specification(agreementDecider);
const { adopted, adopting, carriedOver, done, dueAt, givenUp, late, nextSession, progressed, rescheduled } = the;

describe('an agreement', () => {
  it('is adopted once, and due when its last day ends where the board is', () => {
    given().when(adopting).then(adopted);
    given(adopted).when(adopting).changesNothing();
    given(adopted)
      .when({ ...adopting, text: 'Otra cosa' })
      .refuses('agreement/taken');
  });

  it('keeps that it is history', () => {
    given()
      .when(adopting, { origin: 'import' })
      .then({ ...adopted, data: { ...adopted.data, imported: true } });
  });

  it('is there before anything happens to it', () => {
    given().when({ do: 'progress', note: 'STARTED' }).refuses('agreement/unknown');
  });

  it('comes back in each later session, counted, and not in its own', () => {
    given(adopted).when({ do: 'carry-over', session: nextSession }).then(carriedOver);
    given(adopted, carriedOver).when({ do: 'carry-over', session: nextSession }).changesNothing();
    given(adopted).when({ do: 'carry-over', session: sessionId }).changesNothing();
    given(adopted, done).when({ do: 'carry-over', session: nextSession }).changesNothing();
  });

  it('tells how it comes along', () => {
    given(adopted).when({ do: 'progress', note: 'ADVANCING' }).then(progressed);
    given(adopted, progressed).when({ do: 'progress', note: 'ADVANCING' }).changesNothing();
    given(adopted, done).when({ do: 'progress', note: 'ADVANCING' }).refuses('agreement/over');
  });
});

describe('its day', () => {
  it('goes by once', () => {
    given(adopted).when({ do: 'fall-due', dueAt }).then(late);
    given(adopted, late).when({ do: 'fall-due', dueAt }).changesNothing();
    given(adopted, done).when({ do: 'fall-due', dueAt }).changesNothing();
  });

  it('is put off, counted, and then goes by anew', () => {
    given(adopted, late).when({ do: 'reschedule', due: '2025-11-30' }).then(rescheduled);
    given(adopted, late, rescheduled).when({ do: 'fall-due', dueAt }).changesNothing();
    given(adopted, late, rescheduled)
      .when({ do: 'fall-due', dueAt: rescheduled.data.dueAt })
      .then({ ...late, data: { ...late.data, due: '2025-11-30', dueAt: rescheduled.data.dueAt } });
  });

  it('is never brought forward', () => {
    given(adopted).when({ do: 'reschedule', due: '2025-10-30' }).refuses('agreement/not-later');
    given(adopted).when({ do: 'reschedule', due: '2025-10-31' }).changesNothing();
  });
});

describe('its end', () => {
  const finishing = { do: 'finish', evidence: digest } as const;

  it('is in time up to the last millisecond of its day', () => {
    given(adopted).when(finishing, { effectiveAt: dueAt }).then(done);
    given(adopted)
      .when(finishing, { effectiveAt: '2025-11-01T05:00:00.000Z' })
      .then({ ...done, data: { ...done.data, late: true } });
  });

  it('is shown by a file, once', () => {
    given(adopted, done).when(finishing).changesNothing();
    given(adopted).when({ do: 'finish', evidence: 'foto.jpg' }).refuses('agreement/bad-digest');
    given(adopted, done)
      .when({ do: 'finish', evidence: 'cd'.repeat(32) })
      .refuses('agreement/over');
  });

  it('may be to give it up', () => {
    given(adopted).when({ do: 'cancel', reason: 'NO_LONGER_NEEDED' }).then(givenUp);
    given(adopted, givenUp).when({ do: 'cancel', reason: 'NO_LONGER_NEEDED' }).changesNothing();
    given(adopted, givenUp).when(finishing).refuses('agreement/over');
    given(adopted, done).when({ do: 'cancel', reason: 'OTHER' }).refuses('agreement/over');
  });
});
