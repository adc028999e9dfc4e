import type { EventOf } from '#decider';
import { folded, recorded } from '../../../test/history/recorded.js';
import type { EnrolmentEvents } from '../domain/enrolment-events.js';
import * as the from '../testing/enrolment-fixtures.js';
import { enrolments } from '../views/enrolments.js';
import { enrolmentLadder, missedEnrolmentDeadlines } from './enrolment-due.js';
import { notifyEnrolments } from './enrolment-notify.js';

const { centre, enrolmentId: id, ofCentre, ordered } = the;
const clock = the.clockOf('programme-ordered');
const { waitsFor, due } = clock;
const events = (...each: readonly EventOf<EnrolmentEvents>[]) => recorded(`enrolment-${id}`, each);
const late = (more: object = {}): EventOf<EnrolmentEvents> => ({
  type: 'EnrolmentDeadlineMissed',
  data: { ...ofCentre, clock: clock.clock, waitsFor, due, ...more },
});
const missed = late();
const escalated = (rung: number, role: string): EventOf<EnrolmentEvents> => ({
  type: 'EnrolmentEscalated',
  data: { ...ofCentre, clock: clock.clock, waitsFor, rung, role, due },
});

/** What is listed, and what the policies do at an instant. */
const fired = (now: string, ...history: readonly EventOf<EnrolmentEvents>[]) => {
  const { documents, lists } = folded(enrolments, events(...history));
  const card = documents.get(id);
  if (card === undefined) throw new Error('no file');
  return {
    listed: [lists['due'] ?? [], lists['rungs'] ?? []],
    missed: missedEnrolmentDeadlines.fire(card, id, now),
    called: enrolmentLadder.fire(card, id, now),
  };
};

describe('the clock of a file', () => {
  it('is missed at the instant it fell due, and once', () => {
    expect(fired(due, ordered).missed).toEqual([
      {
        ...{ category: 'enrolment', id, command: { do: 'miss-deadline', clock: clock.clock, due } },
        ...{ effectiveAt: due, once: clock.clock },
      },
    ]);
    expect(fired(the.now, ordered).missed).toEqual([]);
    expect(fired(due, ordered, missed)).toMatchObject({ listed: [[], [id]], missed: [] });
  });

  it('calls every rung that is due, in their order, each once', () => {
    const rungs = clock.rungs.map(({ rung }) => rung);
    const asked = (...history: readonly EventOf<EnrolmentEvents>[]) =>
      fired('2099-01-01T00:00:00.000Z', ...history).called.map(({ command, once }) => [command, once]);
    const call = (rung: number) => [{ do: 'escalate', clock: clock.clock, rung }, `${clock.clock}/${rung}`];
    expect(rungs.length).toBeGreaterThan(0);
    expect(asked(ordered, missed)).toEqual(rungs.map(call));
    expect(asked(ordered, ...rungs.map((rung) => escalated(rung, 'OWNER')))).toEqual([]);
    expect(fired(the.now, ordered).called).toEqual([]);
  });

  it('waits for nothing any more once the programme began', () => {
    const [running] = fired(the.now, ordered, the.begun).listed;
    expect(running).toEqual([id]);
    expect(fired(due, ordered, the.begun).missed.map(({ command }) => command)).not.toContainEqual(
      expect.objectContaining({ clock: clock.clock }),
    );
  });
});

describe('whom a file calls', () => {
  const told = (...each: readonly EventOf<EnrolmentEvents>[]) =>
    events(...each)
      .flatMap((event) => notifyEnrolments.follows(event))
      .map(({ command }) => command);

  it('is its centre, then its supervisor, then the coordination, which hears which centre it is and not which file', () => {
    expect(told(escalated(1, 'OWNER'), escalated(2, 'SUPERVISOR'), escalated(3, 'COORDINATOR'))).toEqual([
      { to: centre, kind: 'clock-owner', ref: id },
      { to: `${centre}/supervisor`, kind: 'clock-supervisor', ref: id },
      { to: 'coordinator/150112', kind: 'clock-coordinator', ref: centre },
    ]);
  });

  it('is the court where a report came, and the centre where it is late, but not of what was imported', () => {
    const sent: EventOf<EnrolmentEvents> = {
      type: 'CourtReportSent',
      data: { ...ofCentre, kind: 'PROGRESS', court: the.orderingCourt, attended: 1, missed: 0, justified: 0 },
    };
    expect(told(ordered, the.begun, sent, missed, late({ imported: true }))).toEqual([
      { to: the.orderingCourt, kind: 'reeducation-report', ref: id },
      { to: centre, kind: 'deadline-missed', ref: id },
    ]);
  });
});
