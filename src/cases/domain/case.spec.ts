import fc from 'fast-check';
import { personal, Refusal } from '#decider';
import { specification } from '#decider/specification';
import * as the from '../testing/fixtures.js';
import { type CaseCommand, caseDecider } from './case.js';
import type { Case } from './state.js';

type Event = ReturnType<typeof caseDecider.decide>[number];

const { given } = specification(caseDecider);
const { context, refusalOf } = the;
const { attention, cem, closed, commands, complaint, court, courtClock, decided, fold, incident } = the;
const { met, missed, opened, opening, police, policeClock, reportReceived, reportSent, riskClock, toldClocks, until } =
  the;

/**
 * The life of a case, stages down, commands across: `→` it happens, `=` nothing changes, `·` refused, `?` there is none, `n` there is no such
 * measure.
 */
const life = `
               open assess-risk record-items send-report receive-report decide-measures record-step record-attention record-stay take-measure-step extend-measure end-measure warn-expiry transfer close reopen miss-deadline escalate take-reparation-step describe-aggressor describe-children describe-reporter record-whereabouts record-shelter-place
  none         →    ?           ?            ?           ?              ?               ?           ?                ?           ?                 ?              ?           ?           ?        ?     ?      ?             ?             ?                    ?                  ?                 ?                 ?                  ?
  open         ·    →           ·            ·           ·              ·               ·           →                →           n                 n              n           =           →        →     =      =             =             ·                    →                  →                 →                 →                  →
  complained   ·    →           →            →           ·              ·               ·           →                →           n                 n              n           =           →        →     =      →             →             ·                    →                  →                 →                 →                  →
  reported     ·    →           →            =           →              ·               ·           →                →           n                 n              n           =           →        →     =      →             →             ·                    →                  →                 →                 →                  →
  at-court     ·    →           →            =           =              →               ·           →                →           n                 n              n           =           →        →     =      =             =             ·                    →                  →                 →                 →                  →
  decided      ·    →           →            =           =              =               →           →                →           →                 →              →           =           →        →     =      =             =             ·                    →                  →                 →                 →                  →
  closed       ·    ·           ·            ·           ·              ·               ·           ·                ·           n                 n              n           =           ·        =     →      =             =             ·                    ·                  ·                 ·                 ·                  ·
`;

type Verdict = '→' | '=' | '·' | '?' | 'n';
const [head = [], ...lines] = life
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const pairs = lines.flatMap(([stage = '', ...verdicts]) =>
  verdicts.map(
    (verdict, index) => [stage.replace('-', ' '), head[index], verdict] as [the.CaseStage, CaseCommand['do'], Verdict],
  ),
);

/** What happens where the table says that something does. */
const happens = (stage: the.CaseStage): Readonly<Record<CaseCommand['do'], readonly Event[]>> => ({
  open: [opened, incident],
  'assess-risk': [
    the.assessed('SEVERE'),
    ...(stage === 'open' ? [] : [met(the.riskClock)]),
    ...(stage === 'at court' ? [the.severe] : []),
  ],
  'send-report': [reportSent],
  'receive-report': [reportReceived, met(policeClock), courtClock],
  'decide-measures': [decided, met(courtClock), ...toldClocks, the.measure()],
  'record-items': [
    { type: 'ReportItemsRecorded', data: { institution: police, district: '150112', items: the.items } },
  ],
  'record-stay': [the.stayed],
  'take-reparation-step': [],
  'describe-aggressor': [{ type: 'AggressorDescribed', data: { institution: police, relation: 'EX_PARTNER' } }],
  'describe-children': [{ type: 'ChildrenDescribed', data: { institution: police, byAge: { '6-11': 2 } } }],
  'describe-reporter': [
    {
      type: 'ReporterDescribed',
      data: { institution: police, details: personal(the.person, 'reporter', { notes: 'n' }) },
    },
  ],
  'record-whereabouts': [
    {
      type: 'WhereaboutsRecorded',
      data: { institution: police, place: personal(the.person, 'location', { address: 'a' }) },
    },
  ],
  'record-shelter-place': [
    {
      type: 'ShelterPlaceRecorded',
      data: { institution: police, place: personal(the.person, 'shelter', { name: 's' }) },
    },
  ],
  'take-measure-step': [
    the.measureStep('TOLD_VICTIM'),
    the.recordedStep('victim-notified'),
    ...toldClocks.slice(1, 2).map(met),
  ],
  'extend-measure': [the.extended],
  'end-measure': [the.measureEnded],
  'warn-expiry': [],
  transfer: [the.transferred],
  reopen: [the.reopened],
  'record-step': [
    the.recordedStep('measures-notified-to-executor'),
    ...toldClocks.slice(0, 1).map(met),
    ...the.executionClocks,
    the.tracking,
  ],
  'record-attention': [attention],
  close: [closed],
  'miss-deadline': [missed(policeClock)],
  escalate: [the.escalated(policeClock, 1)],
});

/** A rung is not reached before its time. */
const whenDue = (step: CaseCommand['do']) =>
  step === 'escalate' ? { effectiveAt: policeClock.data.rungs?.[0]?.at ?? '' } : {};

/** Steps a refusal names: what the table allows there, without what only a clock asks. */
const allowedIn = (stage: string) =>
  pairs
    .filter(
      ([each, step, verdict]) => each === stage && verdict === '→' && !['miss-deadline', 'escalate'].includes(step),
    )
    .map(([, step]) => step);

describe('the life of a case', () => {
  it('is a table of every stage and every command', () => {
    expect(pairs).toHaveLength(Object.keys(until).length * Object.keys(commands).length);
  });

  it.each(pairs.filter(([, , verdict]) => verdict === '→'))('when %s, %s happens', (stage, step) => {
    given(...until[stage])
      .when(commands[step], whenDue(step))
      .then(...happens(stage)[step]);
  });

  it.each(pairs.filter(([, , verdict]) => verdict === '='))('when %s, %s changes nothing', (stage, step) => {
    given(...until[stage])
      .when(commands[step], whenDue(step))
      .changesNothing();
  });

  it.each(pairs.filter(([, , verdict]) => verdict === '?'))('when %s, %s is asked of nothing', (stage, step) => {
    expect(refusalOf(until[stage], commands[step])).toMatchObject({ code: 'case/unknown', kind: 'unknown' });
  });

  it.each(pairs.filter(([, , verdict]) => verdict === 'n'))('when %s, %s finds no measure', (stage, step) => {
    expect(refusalOf(until[stage], commands[step])).toMatchObject({ code: 'case/unknown-measure', kind: 'unknown' });
  });

  it.each(pairs.filter(([, , verdict]) => verdict === '·'))('when %s, %s is refused by name', (stage, step) => {
    const refusal = refusalOf(until[stage], commands[step]);
    expect(refusal.kind).toBe('illegal');
    const codes: Partial<Record<CaseCommand['do'], string>> = {
      open: 'case/exists',
      'send-report': 'case/no-complaint',
      'record-items': 'case/no-complaint',
      'receive-report': 'case/report-not-sent',
      'decide-measures': 'case/court-has-no-report',
      'record-step': 'case/step-too-early',
      'take-reparation-step': 'case/no-reparation-track',
    };
    const goesOn = ['open', 'receive-report', 'decide-measures', 'record-step'];
    const rests = stage === 'closed' && !goesOn.includes(step);
    expect(refusal.code).toBe(rests ? 'case/closed' : codes[step]);
    // A report that is under way may still go to another court.
    const again = stage === 'reported' ? ['send-report'] : [];
    // Whatever the stage, there is a step that may come first: an arrest, say.
    const open = stage === 'closed' ? [] : ['record-step'];
    const allowed = step === 'open' ? [] : rests ? ['reopen'] : [...allowedIn(stage), ...again, ...open];
    expect(new Set(refusal.allowed)).toEqual(new Set(allowed));
  });

  it('goes on at the court after a service closed its file', () => {
    given(...until.reported, closed)
      .when(commands['receive-report'])
      .then(...happens('reported')['receive-report']);
    given(...until['at court'], closed)
      .when(commands['decide-measures'])
      .then(...happens('at court')['decide-measures']);
  });

  it('is stamped by the court, or by whoever holds the stamped copy', () => {
    given(...until.reported)
      .when({ do: 'receive-report', institution: police, court })
      .satisfies((events) => expect(events[0]?.type).toBe('ReportReceived'));
    given(...until.reported)
      .when({ do: 'receive-report', institution: cem, court })
      .refuses('case/not-the-court');
  });

  it('is not sent to another court once one has stamped it, and no other decides', () => {
    given(...until['at court'])
      .when({ do: 'send-report', institution: police, court: 'pe-150112-juzgado-paz' })
      .refuses('case/report-received');
    given(...until['at court'])
      .when({ do: 'decide-measures', court: 'pe-150112-juzgado-paz', granted: true, measures: [] })
      .refuses('case/other-court');
  });

  it('takes another court for the report as another sending', () => {
    given(...until.reported)
      .when({ do: 'send-report', institution: police, court: 'pe-150112-juzgado-paz' })
      .then({ ...reportSent, data: { ...reportSent.data, court: 'pe-150112-juzgado-paz' } });
  });
});

describe('a formal complaint', () => {
  it('starts the police’s clock, with the version of the rule and when it is due', () => {
    given()
      .when({ ...opening, complaint: true })
      .then(opened, incident, complaint, policeClock, riskClock);
  });

  it('starts no clock where none was taken', () => {
    given().when(opening).then(opened, incident);
  });

  it('marks the clocks of history that was brought in from elsewhere', () => {
    const imported = the.imported(policeClock);
    given()
      .when({ ...opening, complaint: true }, { origin: 'import' })
      .then(opened, incident, complaint, imported, the.imported(riskClock));
    given(opened, incident, complaint, imported)
      .when(commands['miss-deadline'])
      .then({ ...missed(policeClock), data: { ...missed(policeClock).data, imported: true } });
  });
});

describe('the stamp of the court', () => {
  const reported = until.reported;

  // In force on 1 October 2025: one rule for each level.
  it.each([
    ['MILD', 'PE-05f', '2025-10-02T15:00:00.000Z'],
    ['MODERATE', 'PE-05f', '2025-10-02T15:00:00.000Z'],
    ['SEVERE', 'PE-05g', '2025-10-02T15:00:00.000Z'],
    ['UNDETERMINED', 'PE-05h', '2025-10-03T15:00:00.000Z'],
  ])('meets the police’s clock and starts the court’s: %s by %s', (level, rule, due) => {
    given(...reported, the.assessed(level))
      .when(commands['receive-report'])
      .satisfies((events) => {
        expect(events.map(({ type }) => type)).toEqual(['ReportReceived', 'DeadlineMet', 'DeadlineSet']);
        expect(events[1]).toEqual(met(policeClock));
        expect(events[2]?.data).toMatchObject({ rule, version: 1, due, stop: 'measures-issued', institution: court });
      });
  });

  it('is given by the court the report was sent to, and so are the measures', () => {
    const other = 'pe-150112-juzgado-paz';
    given(...reported)
      .when({ ...commands['receive-report'], court: other })
      .refuses('case/other-court');
    given(...until['at court'])
      .when({ ...commands['decide-measures'], court: other })
      .refuses('case/other-court');
  });

  it('counts by the rule that was in force, and the last risk that was assessed', () => {
    given(...reported, the.assessed('MILD'), the.assessed('SEVERE'))
      .when(commands['receive-report'], { effectiveAt: '2019-05-10T15:00:00.000Z' })
      .satisfies((events) =>
        expect(events[2]?.data).toMatchObject({ rule: 'PE-05c', due: '2019-05-11T15:00:00.000Z' }),
      );
  });

  it('late is still done: a missed clock is met when the stamp comes', () => {
    given(...reported, missed(policeClock))
      .when(commands['receive-report'], { effectiveAt: '2025-10-05T15:00:00.000Z' })
      .satisfies((events, state) => {
        expect(events[1]).toEqual(met(policeClock));
        expect(state.clocks[policeClock.data.clock]?.status).toBe('met');
      });
  });

  describe('while one clock ran from the complaint for police and court together', () => {
    const complained = '2020-06-01T15:00:00.000Z';
    const start = (): Event[] => [
      ...caseDecider.decide({ ...opening, complaint: true }, caseDecider.initial, {
        ...context,
        effectiveAt: complained,
      }),
    ];

    it('starts both, each with whom it binds', () => {
      const clocks = start().filter(({ type }) => type === 'DeadlineSet');
      expect(clocks.map(({ data }) => data)).toMatchObject([
        { rule: 'PE-03', stop: 'report-received-by-court', due: '2020-06-02T15:00:00.000Z' },
        { rule: 'PE-05e', stop: 'measures-issued', due: '2020-06-02T15:00:00.000Z' },
      ]);
    });

    it('starts no second clock that would fall due later', () => {
      given(...start(), the.assessed('MODERATE'), reportSent)
        .when(commands['receive-report'], { effectiveAt: '2020-06-02T14:00:00.000Z' })
        .satisfies((events) => expect(events.map(({ type }) => type)).toEqual(['ReportReceived', 'DeadlineMet']));
    });
  });
});

describe('whatever is asked in whatever order', () => {
  // Assessments, attentions, descriptions and places may come as often as they like; everything else happens once.
  const often: readonly string[] = [
    ...['assess-risk', 'record-attention', 'record-stay', 'open'],
    ...['describe-aggressor', 'describe-children', 'describe-reporter'],
    ...['record-whereabouts', 'record-shelter-place'],
  ];
  const any = fc.constantFrom<CaseCommand>(...Object.values(commands), { ...opening, complaint: true });

  it('a step asked for again changes nothing, and every prefix replays', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 16 }), (asked) => {
        const history: Event[] = [];
        const states: Case[] = [];
        for (const command of asked) {
          let events: readonly Event[];
          try {
            events = caseDecider.decide(command, fold(history), context);
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal);
            continue;
          }
          for (const event of events) {
            states.push(caseDecider.evolve(states.at(-1) ?? caseDecider.initial, event));
            history.push(event);
          }
          if (often.includes(command.do)) continue;
          expect(caseDecider.decide(command, fold(history), context)).toEqual([]);
        }
        const stored = JSON.parse(JSON.stringify(history)) as Event[];
        expect(stored.map((_, last) => fold(stored.slice(0, last + 1)))).toEqual(states);
        // Each clock is set first and once, missed at most once, met at most once and last.
        for (const clock of [policeClock, courtClock].map(({ data }) => data.clock)) {
          const life = history.flatMap(({ type, data }) => ('clock' in data && data.clock === clock ? [type] : []));
          const ends = life.filter((type) => type !== 'DeadlineRecomputed' && type !== 'DeadlineEscalated');
          expect(new Set(ends).size).toBe(ends.length);
          expect(['DeadlineSet', undefined]).toContain(life[0]);
          if (life.includes('DeadlineMet')) expect(life.at(-1)).toBe('DeadlineMet');
        }
      }),
    );
  });

  it('one who reads on does not change what was read', () => {
    const state = Object.freeze(fold(until.complained));
    given(...until.complained)
      .when({ do: 'record-attention', institution: cem, service: 'PSYCHOLOGY' })
      .then(attention);
    expect(state).toEqual(fold(until.complained));
  });
});
