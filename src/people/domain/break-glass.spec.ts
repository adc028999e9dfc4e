import { deriveId, type EventOf, Refusal } from '#decider';
import { type GlassCommand, glassDecider, type GlassEvents, glassRules } from './break-glass.js';

const start = Date.parse('2026-03-09T15:00:00.000Z');
const hour = 3_600_000;
const taking = {
  do: 'break',
  staff: 'a',
  institution: 'i',
  owner: 'o',
  country: 'PE',
  person: 'p',
  reason: 'LIFE_IN_DANGER',
  explanation: 'Un peligro que no puede esperar.',
} as const;

/** What one person did, in hours since the first; the codes of what was refused. */
function played(...steps: readonly (readonly [hours: number, command: GlassCommand, actor?: string])[]) {
  let state = glassDecider.initial;
  const events: EventOf<GlassEvents>[] = [];
  const refused: string[] = [];
  for (const [index, [hours, command, actor = 'a']] of steps.entries()) {
    const at = new Date(start + hours * hour).toISOString();
    const context = { effectiveAt: at, recordedAt: at, actor, commandId: String(index) };
    try {
      for (const event of glassDecider.decide(command, state, context)) {
        events.push(event);
        state = glassDecider.evolve(state, event, context);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(error.code);
    }
  }
  return { types: events.map(({ type }) => type), refused, events, glasses: state };
}
const taken = (of: string): GlassCommand => ({ ...taking, case: of });
const glass = deriveId('0', 'glass');
const review = { do: 'review', glass, outcome: 'JUSTIFIED' } as const;

describe('Emergency access', () => {
  it('is to one case, for an hour, to be reviewed in three days, with its words to be sealed', () => {
    const [event] = played([0, taken('c')]).events;
    expect(event?.data).toMatchObject({
      ...{ glass, case: 'c', owner: 'o' },
      ...{ until: '2026-03-09T16:00:00.000Z', reviewBy: '2026-03-12T15:00:00.000Z' },
      explanation: { clear: taking.explanation, subject: 'p', category: 'narrative' },
    });
  });

  it('needs an explanation and a reason there is', () => {
    const short = { ...taking, case: 'c', explanation: ` ${'x'.repeat(glassRules.explanation - 1)} ` };
    expect(played([0, short], [0, { ...taking, case: 'c', reason: 'CURIOSITY' }]).refused).toEqual([
      ...['glass/explanation-too-short', 'people/unknown-code'],
    ]);
  });

  it('is one while it lasts, and another afterwards', () => {
    expect(played([0, taken('c')], [0.9, taken('c')], [1, taken('c')]).types).toHaveLength(2);
  });

  it('is five times a day at most', () => {
    const five = ['1', '2', '3', '4', '5'].map((of) => [0, taken(of)] as const);
    expect(played(...five, [23.9, taken('6')]).refused).toEqual(['glass/too-many']);
    expect(played(...five, [24, taken('6')]).refused).toEqual([]);
  });

  it('is refused while an earlier one was not reviewed in time, and given when it was', () => {
    const late = played([0, taken('c')], [72, taken('d')], [72, review, 'b'], [72, taken('d')]);
    expect([late.refused, late.types]).toEqual([
      ['glass/review-overdue'],
      ['GlassBroken', 'GlassReviewed', 'GlassBroken'],
    ]);
  });

  it('is refused, to any case, for thirty days after one that was judged not to be justified', () => {
    const condemned = [
      [0, taken('c')],
      [0.5, { ...review, outcome: 'NOT_JUSTIFIED' }, 'b'],
    ] as const;
    const days = 24 * 30;
    expect(played(...condemned, [0.6, taken('c')], [days, taken('d')]).refused).toEqual([
      ...['glass/not-justified', 'glass/not-justified'],
    ]);
    expect(played(...condemned, [days + 0.5, taken('d')]).refused).toEqual([]);
    expect(played([0, taken('c')], [0.5, review, 'b'], [0.6, taken('d')]).types).toHaveLength(3);
  });

  it('is reviewed once, by somebody else; that nobody did is recorded when its time is over', () => {
    const missing = { do: 'miss-review', glass } as const;
    const { refused, types } = played(
      ...([
        [0, taken('c')],
        [71, missing],
        [72, missing],
        [73, missing],
      ] as const),
      ...([
        [74, review],
        [74, review, 'b'],
        [75, review, 'b'],
        [75, { ...review, glass: 'none' }],
      ] as const),
    );
    expect(refused).toEqual(['glass/own', 'glass/reviewed', 'glass/unknown']);
    expect(types).toEqual(['GlassBroken', 'GlassReviewMissed', 'GlassReviewed']);
  });

  it('counts what the same person took under another code: late reviews, what was not justified, five a day', () => {
    const newcomer = (hours: number, { glasses: earlier }: ReturnType<typeof played>) =>
      played([hours, { ...taking, case: 'x', earlier }]).refused;
    const one = played([0, taken('c')]);
    expect([newcomer(71, one), newcomer(72, one)]).toEqual([[], ['glass/review-overdue']]);
    const condemned = played([0, taken('c')], [0, { ...review, outcome: 'NOT_JUSTIFIED' }, 'b']);
    expect([newcomer(719, condemned), newcomer(720, condemned)]).toEqual([['glass/not-justified'], []]);
    const five = played(...['1', '2', '3', '4', '5'].map((of) => [0, taken(of)] as const));
    expect([newcomer(23.9, five), newcomer(24, five)]).toEqual([['glass/too-many'], []]);
  });

  it('is taken anew to a case that is open under another code: it is the code that opens it', () => {
    const { glasses: earlier } = played([0, taken('c')]);
    expect(played([0.1, { ...taking, case: 'c', earlier }]).types).toEqual(['GlassBroken']);
  });
});
