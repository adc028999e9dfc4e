import fc from 'fast-check';
import { type Context, personal, Refusal } from '#decider';
import { specification } from '#decider/specification';
import * as the from '../testing/fixtures.js';
import {
  type Referral,
  type ReferralCommand,
  referralDecider,
  type ReferralStatus,
  type SendReferral,
} from './referral.js';

type Event = ReturnType<typeof referralDecider.decide>[number];

const { given } = specification(referralDecider);
const { accepted, attended, cem, closed, commands, declined, due, lapsed, police, received, reportedBack } = the;
const { fold, sending, sent, stranger, until } = the;

const context: Context = { actor: 'demo', commandId: sent.data.code, effectiveAt: the.now, recordedAt: the.now };

/** What a rule says no with. */
function refusalOf(history: readonly Event[], command: ReferralCommand): Refusal {
  try {
    referralDecider.decide(command, fold(history), context);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('the rule did not refuse');
}

/**
 * The life of a referral, states down, commands across, as the people who hand over would write it:
 * `→` it happens, `=` it has happened and nothing changes, `·` refused.
 */
const life = `
                 send receive accept decline attend report-back close lapse
  none           →    ?       ?      ?       ?      ?           ?     ?
  sent           ·    →       →      →       ·      ·           ·     →
  received       ·    =       →      →       ·      ·           ·     =
  accepted       ·    ·       =      ·       →      →           ·     =
  declined       ·    ·       ·      =       ·      ·           →     =
  attended       ·    ·       ·      ·       =      →           ·     =
  reported-back  ·    ·       ·      ·       ·      =           →     =
  closed         ·    ·       ·      ·       ·      ·           =     =
`;

type Verdict = '→' | '=' | '·' | '?';
const [head = [], ...lines] = life
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const pairs = lines.flatMap(([state, ...verdicts]) =>
  verdicts.map((verdict, index) => [state, head[index], verdict] as [ReferralStatus, ReferralCommand['do'], Verdict]),
);

/** What happens where the table says that something does. */
const happens: Readonly<Record<string, readonly Event[]>> = {
  'none send': [sent],
  'sent receive': [received],
  'sent accept': [received, accepted],
  'sent decline': [received, declined],
  'sent lapse': [lapsed],
  'received accept': [accepted],
  'received decline': [declined],
  'accepted attend': [attended],
  'accepted report-back': [reportedBack('NOT_RECEIVED_NO_SHOW')],
  'declined close': [closed],
  'attended report-back': [reportedBack('NOT_RECEIVED_NO_SHOW')],
  'reported-back close': [closed],
};

/** The steps the table allows in a state. */
const allowedIn = (state: string) =>
  pairs
    .filter(([each, step, verdict]) => each === state && verdict === '→' && step !== 'lapse')
    .map(([, step]) => step);

describe('the life of a referral', () => {
  it('is a table of every state and every command', () => {
    expect(pairs).toHaveLength(Object.keys(until).length * Object.keys(commands).length);
    expect(pairs.filter(([, , verdict]) => verdict === '→').map(([state, step]) => `${state} ${step}`)).toEqual(
      Object.keys(happens),
    );
  });

  it.each(pairs.filter(([, , verdict]) => verdict === '→'))('when %s, %s happens', (state, step) => {
    given(...until[state])
      .when(commands[step])
      .then(...(happens[`${state} ${step}`] ?? []));
  });

  it.each(pairs.filter(([, , verdict]) => verdict === '='))('when %s, %s changes nothing', (state, step) => {
    given(...until[state])
      .when(commands[step])
      .changesNothing();
  });

  it.each(pairs.filter(([, , verdict]) => verdict === '·'))('when %s, %s is refused by name', (state, step) => {
    const exists = step === 'send';
    const refusal = refusalOf(until[state], commands[step]);
    given(...until[state])
      .when(commands[step])
      .refuses(exists ? 'referral/exists' : 'referral/step-not-allowed');
    expect(refusal.kind).toBe('illegal');
    expect(refusal.allowed).toEqual(exists ? [] : allowedIn(state));
  });

  it.each(pairs.filter(([, , verdict]) => verdict === '?'))('when %s, %s is asked of nothing', (state, step) => {
    expect(refusalOf(until[state], commands[step])).toMatchObject({ code: 'referral/unknown', kind: 'unknown' });
  });
});

describe('whose step it is', () => {
  const steps = pairs.filter(([state, step]) => state !== 'none' && step !== 'send' && step !== 'lapse');

  it.each(steps)('when %s, nobody but one end may %s, and the refusal names no step', (state, step) => {
    const right = step === 'close' ? police : cem;
    for (const wrong of [police, cem, stranger].filter((each) => each !== right)) {
      const command = { ...commands[step], institution: wrong } as ReferralCommand;
      expect(refusalOf(until[state], command)).toMatchObject({ code: 'referral/not-yours', allowed: [] });
    }
  });
});

describe('sending', () => {
  const change = (to: Partial<SendReferral>): SendReferral => ({ ...sending, ...to });

  it('starts the clock of whoever receives it, at the version in force, by the risk', () => {
    given()
      .when(change({ risk: 'SEVERE' }))
      .satisfies(([event]) =>
        expect(event?.data).toMatchObject({
          deadline: { rule: 'PE-25b', version: 1, due: '2025-10-01T16:00:00.000Z' },
        }),
      );
  });

  it('sets no clock where no rule was in force yet', () => {
    given()
      .when(sending, { effectiveAt: '2015-11-23T12:00:00.000Z' })
      .satisfies(([event]) => expect(event?.data).not.toHaveProperty('deadline'));
  });

  it('gives the same code to the same command, with the year it happened in', () => {
    const codeOf = (circumstances: Partial<Context>) => {
      const [event] = referralDecider.decide(sending, referralDecider.initial, { ...context, ...circumstances });
      return event?.type === 'ReferralSent' ? event.data.code : undefined;
    };
    const commandId = '00000000-0000-7000-8000-000000000000';
    expect(codeOf({ commandId })).toBe('25-JXV5-6TQX');
    expect(codeOf({ commandId, actor: 'another', recordedAt: '2026-01-01T00:00:00.000Z' })).toBe('25-JXV5-6TQX');
    expect(codeOf({ commandId, effectiveAt: '2021-10-01T15:00:00.000Z' })).toBe('21-JXV5-6TQX');
    expect(codeOf({ commandId: '00000000-0000-7000-8000-000000000001' })).not.toBe('25-JXV5-6TQX');
  });

  it('marks what was brought in from elsewhere', () => {
    const imported = { ...sent, data: { ...sent.data, imported: true } };
    given().when(sending, { origin: 'import' }).then(imported);
    given().when(sending, { origin: 'policy' }).then(sent);
  });

  it('is not done to oneself', () => {
    given()
      .when(change({ to: { organization: police, service: 'any' } }))
      .refuses('referral/to-oneself');
  });

  it.each([
    ['purpose', 'SINGING'],
    ['urgency', 'TOMORROW'],
    ['risk', 'ENORMOUS'],
  ])('refuses a %s that stands in no list', (field, code) => {
    expect(refusalOf([], change({ [field]: code }))).toMatchObject({ code: 'code/not-listed', kind: 'invalid' });
  });

  it.each(['CONCILIATION', 'CONFRONTATION'])('refuses %s, and says by which norm', (purpose) => {
    const refusal = refusalOf([], change({ purpose }));
    expect(refusal).toMatchObject({ code: 'purpose/refused', kind: 'invalid' });
    expect(refusal.detail).toContain('Ley 30364, art. 25');
  });
});

describe('consent', () => {
  const message = { note: 'n', safeContact: 's' };

  it.each([undefined, '', 'BECAUSE'])('refuses a legal duty named %j', (duty) => {
    const consent = { basis: 'legal-duty' as const, ...(duty === undefined ? {} : { duty }) };
    given()
      .when({ ...sending, consent })
      .refuses('code/not-listed');
  });

  it('takes no unlisted word as a duty, whatever the basis', () => {
    given()
      .when({ ...sending, consent: { basis: 'consented', duty: 'her words' } })
      .refuses('code/not-listed');
  });

  it('takes a legal duty that is named', () => {
    const consent = { basis: 'legal-duty', duty: 'RISK_TO_LIFE' } as const;
    given()
      .when({ ...sending, consent, message })
      .satisfies(([event]) => expect(event?.data).toMatchObject({ consent: { ...consent, scope: 'identity' } }));
  });

  it.each([{ note: 'n', safeContact: 's' }, { note: '' }, { safeContact: 's' }])(
    'lets no words about the person go along without it, nor how to reach her: %j',
    (said) => {
      given()
        .when({ ...sending, consent: { basis: 'without-identity' }, message: said })
        .refuses('referral/words-without-consent');
    },
  );

  it.each([
    ['consented', 'consented', 'identity'],
    ['legal-duty', 'legal-duty', 'identity'],
    ['without-identity', 'none', 'without-identity'],
  ] as const)('given as %s is kept as ground %s and scope %s, under an id of its own', (given_, basis, scope) => {
    const duty = given_ === 'legal-duty' ? { duty: 'RISK_TO_LIFE' } : {};
    given()
      .when({ ...sending, consent: { basis: given_, ...duty } })
      .satisfies(([event]) =>
        expect(event?.data).toMatchObject({ consent: { id: the.consentId, basis, scope, ...duty } }),
      );
  });

  it('marks each part of the message as hers, under a key of its own', () => {
    given()
      .when({ ...sending, message })
      .then({
        ...sent,
        data: {
          ...sent.data,
          note: personal(the.person, 'narrative', 'n'),
          safeContact: personal(the.person, 'contact', 's'),
        },
      });
  });
});

describe('answering', () => {
  it.each([
    ['decline', 'sent', { do: 'decline', institution: cem, reason: 'MOOD' }],
    ['attend', 'accepted', { do: 'attend', institution: cem, service: 'MAGIC' }],
    ['report-back', 'attended', { do: 'report-back', institution: cem, outcome: 'FINE' }],
    ['close', 'declined', { do: 'close', institution: police, disposition: 'DONE' }],
  ] as const)('refuses to %s with a code that stands in no list', (_step, state, command) => {
    given(...until[state])
      .when(command)
      .refuses('code/not-listed');
  });

  it.each(['SERVICE_RECEIVED', 'PARTLY_RECEIVED'])('does not report %s of somebody nobody attended', (outcome) => {
    const command = { do: 'report-back', institution: cem, outcome } as const;
    expect(refusalOf(until.accepted, command)).toMatchObject({
      code: 'referral/served-without-attention',
      allowed: ['attend'],
    });
    given(...until.attended)
      .when(command)
      .then(reportedBack(outcome));
  });
});

describe('a referral nobody acknowledges', () => {
  it('lapses once, and can still be received, accepted and declined', () => {
    given(sent, lapsed).when(commands.lapse).changesNothing();
    given(sent, lapsed).when(commands.receive).then(received);
    given(sent, lapsed).when(commands.accept).then(received, accepted);
    given(sent, lapsed).when(commands.decline).then(received, declined);
  });

  it('lapses at its own due time only', () => {
    given(sent).when({ do: 'lapse', due: the.now }).changesNothing();
  });

  it('lapses marked as history when it was brought in from elsewhere', () => {
    const imported = { ...sent, data: { ...sent.data, imported: true } };
    given(imported)
      .when({ do: 'lapse', due })
      .then({ ...lapsed, data: { ...lapsed.data, imported: true } });
  });
});

describe('whatever is asked in whatever order', () => {
  const any = fc.constantFrom(...Object.values(commands), {
    do: 'report-back',
    institution: cem,
    outcome: 'SERVICE_RECEIVED',
  } as const);

  it('a step asked for again changes nothing, every prefix replays, and the refused leave no trace', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 14 }), (asked) => {
        const history: Event[] = [];
        const states: Referral[] = [];
        for (const command of asked) {
          let events: readonly Event[];
          try {
            events = referralDecider.decide(command, fold(history), context);
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal);
            continue;
          }
          for (const event of events) {
            states.push(referralDecider.evolve(states.at(-1) ?? referralDecider.initial, event));
            history.push(event);
          }
          if (command.do !== 'send') expect(referralDecider.decide(command, fold(history), context)).toEqual([]);
        }
        const stored = JSON.parse(JSON.stringify(history)) as Event[];
        expect(stored.map((_, last) => fold(stored.slice(0, last + 1)))).toEqual(states);
        // Nobody is served twice, and nothing comes before it was sent.
        expect(history.filter(({ type }) => type === 'ReferralSent')).toHaveLength(history.length === 0 ? 0 : 1);
        const once = history.map(({ type }) => type);
        expect(new Set(once).size).toBe(once.length);
      }),
    );
  });
});
