import { specification } from '#decider/specification';
import { catalogue, type Decider, Refusal } from './index.js';

type Events = { put: { things: number }; emptied: { by: string; at: string } };
type Command = 'put' | 'empty';

const box: Decider<Command, Events, number> = {
  category: 'box',
  events: catalogue<Events>({ put: 1, emptied: 1 }),
  initial: 0,
  decide(command, held, { actor, effectiveAt }) {
    if (command === 'empty') return held === 0 ? [] : [{ type: 'emptied', data: { by: actor, at: effectiveAt } }];
    if (held === 2) throw new Refusal('box/full', 'a box holds two things');
    return [{ type: 'put', data: { things: 1 } }];
  },
  evolve: (held, event) => (event.type === 'put' ? held + event.data.things : 0),
};
const put = { type: 'put', data: { things: 1 } } as const;
const { given } = specification(box);

describe('a specification that holds', () => {
  it('passes, and answers with the state afterwards', () => {
    expect(given(put).when('put').then(put)).toBe(2);
    expect(given().when('put').then(put)).toBe(1);
    given().when('empty').changesNothing();
    given(put, put).when('put').refuses('box/full');
    given(put)
      .when('put')
      .satisfies((events, state) => {
        expect(events).toHaveLength(1);
        expect(state).toBe(2);
      });
  });

  it('folds every event with a header of its own, a command each', () => {
    const seen = new Set<string | undefined>();
    const { given: remembering } = specification({
      ...box,
      evolve: (held, event, header) => {
        seen.add(header?.commandId);
        expect(header?.recordedAt).toBe('2025-10-01T15:00:00.000Z');
        return box.evolve(held, event, header);
      },
    });
    remembering(put, put)
      .when('empty')
      .satisfies((_events, state) => expect(state).toBe(0));
    expect(seen.size).toBe(3);
    expect(seen).not.toContain(undefined);
  });

  it('hands the circumstances on', () => {
    const circumstances = { actor: 'w-7', effectiveAt: '2025-01-01T00:00:00.000Z' };
    const emptied = { type: 'emptied', data: { by: 'w-7', at: '2025-01-01T00:00:00.000Z' } } as const;
    expect(given(put).when('empty', circumstances).then(emptied)).toBe(0);
  });
});

describe('a specification that does not hold fails', () => {
  const cases: readonly (readonly [string, () => unknown])[] = [
    ['when other events happen', () => given().when('put').then()],
    [
      'when the events carry other data',
      () =>
        given()
          .when('put')
          .then({ type: 'put', data: { things: 2 } }),
    ],
    ['when more events happen than were named', () => given(put).when('empty').then()],
    ['when something happens and nothing should', () => given().when('put').changesNothing()],
    ['when the rule refuses and should not', () => given(put, put).when('put').then(put)],
    ['when the rule allows and should refuse', () => given().when('put').refuses('box/full')],
    ['when the rule refuses for another reason', () => given(put, put).when('put').refuses('box/closed')],
    [
      'when a check of its own fails',
      () =>
        given()
          .when('put')
          .satisfies((events) => expect(events).toEqual([])),
    ],
  ];
  it.each(cases)('%s', (_name, specify) => {
    expect(specify).toThrow();
  });

  it('when the rule throws something that is no refusal', () => {
    const broken = specification({
      ...box,
      decide: () => {
        throw new Error('box/full');
      },
    });
    expect(() => broken.given().when('put').refuses('box/full')).toThrow('Refusal');
  });

  it('when the rule remembers what it did before', () => {
    let calls = 0;
    const forgetful = specification({ ...box, decide: () => ((calls += 1) % 2 === 1 ? [put] : []) });
    expect(() => forgetful.given().when('put').then(put)).toThrow();
    expect(() =>
      forgetful
        .given()
        .when('put')
        .satisfies(() => undefined),
    ).toThrow();
  });

  it('when folding changes the state it was given', () => {
    const initial = { held: 0 };
    const dirty = specification<Command, Events, { held: number }>({
      ...box,
      initial,
      decide: (_command, { held }) => (held < 2 ? [put] : []),
      evolve: (state) => Object.assign(state, { held: state.held + 1 }),
    });
    expect(() =>
      dirty
        .given(put)
        .when('put')
        .satisfies(() => undefined),
    ).toThrow();
  });
});
