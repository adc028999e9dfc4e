import { specification } from '#decider/specification';
import { deriveId, type EventOf } from '#decider';
import { sealingDecider, type SealingEvents } from './sealing.js';

const { given } = specification(sealingDecider);
const of = { case: 'c', country: 'PE', institution: 'datos' } as const;
const ask = { do: 'ask', ...of, person: 'p', aim: 'seal', ground: 'DATA_PROTECTION' } as const;
const sealing = '00000000-0000-8000-8000-000000005ea1';
const asked: EventOf<SealingEvents> = {
  type: 'SealingAsked',
  data: { sealing, ...of, aim: 'seal', ground: 'DATA_PROTECTION' },
};
const done = { sealing, case: 'c', institution: 'datos' };
const sealed: EventOf<SealingEvents> = { type: 'CaseSealed', data: done };
const approve = { do: 'approve', sealing, institution: 'datos' } as const;
const order = { norm: 'Una ley', number: '12' };

describe('The seal on a case', () => {
  it('is asked for, with the order where a court gave one, in words to be sealed', () => {
    given()
      .when({ ...ask, ground: 'COURT_ORDER', order })
      .satisfies(([event]) =>
        expect(event).toMatchObject({
          type: 'SealingAsked',
          data: { case: 'c', aim: 'seal', order: { clear: order, subject: 'p', category: 'order' } },
        }),
      );
    given()
      .when({ ...ask, ground: 'COURT_ORDER' })
      .refuses('sealing/order');
    given()
      .when({ ...ask, order })
      .refuses('sealing/order');
    given()
      .when({ ...ask, ground: 'WHIM' })
      .refuses('people/unknown-code');
    given()
      .when({ ...ask, aim: 'burn' })
      .refuses('people/unknown-code');
  });

  it('is asked for once, and where it changes something', () => {
    given(asked).when(ask).refuses('sealing/under-way');
    given(asked, sealed).when(ask).refuses('sealing/as-it-is');
    given()
      .when({ ...ask, aim: 'unseal' })
      .refuses('sealing/as-it-is');
  });

  it('is decided by another person than asked, once', () => {
    given(asked).when(approve, { actor: 'another' }).then(sealed);
    given(asked)
      .when({ ...approve, do: 'refuse' }, { actor: 'another' })
      .then({ type: 'SealingRefused', data: { sealing, institution: 'datos' } });
    given(asked, sealed).when(approve, { actor: 'another' }).refuses('sealing/decided');
    given(asked)
      .when({ ...approve, sealing: deriveId('x', 'y') }, { actor: 'another' })
      .refuses('sealing/decided');
  });

  it('is not decided by whoever asked', () => {
    const header = {
      effectiveAt: '2026-01-01T00:00:00.000Z',
      recordedAt: '2026-01-01T00:00:00.000Z',
      actor: 'me',
      commandId: '1',
    };
    const state = sealingDecider.evolve(sealingDecider.initial, asked, header);
    expect(() => sealingDecider.decide(approve, state, header)).toThrow('does not decide');
  });

  it('is taken off by order of a court alone where a court ordered it', () => {
    const ordered: EventOf<SealingEvents> = { ...asked, data: { ...asked.data, ground: 'COURT_ORDER' } };
    const open = { ...ask, aim: 'unseal' } as const;
    given(ordered, sealed).when(open).refuses('sealing/court-only');
    given(ordered, sealed)
      .when({ ...open, ground: 'COURT_ORDER', order })
      .satisfies(([event]) => expect(event?.data).toMatchObject({ aim: 'unseal', ground: 'COURT_ORDER' }));
    given(asked, sealed)
      .when(open)
      .satisfies(([event]) => expect(event?.data).toMatchObject({ aim: 'unseal', ground: 'DATA_PROTECTION' }));
  });

  it('is taken off in the same way', () => {
    given(asked, sealed, { ...asked, data: { ...asked.data, aim: 'unseal' } })
      .when(approve, { actor: 'another' })
      .then({ type: 'CaseUnsealed', data: done });
  });

  const byCourt: EventOf<SealingEvents> = {
    type: 'SealingAsked',
    data: { ...asked.data, ground: 'COURT_ORDER' },
  } as never;
  const keys = { do: 'put-away', sealing, case: 'c', person: 'p', keys: 3, recipients: ['age1x'] } as const;
  const away: EventOf<SealingEvents> = {
    type: 'KeysPutAway',
    data: { sealing, case: 'c', person: 'p', keys: 3, recipients: ['age1x'] },
  };
  const back: EventOf<SealingEvents> = { type: 'KeysBroughtBack', data: { sealing, case: 'c', person: 'p' } };
  const unsealed: EventOf<SealingEvents> = { type: 'CaseUnsealed', data: done };

  it('tells once that the keys were put away, also where it was lifted meanwhile', () => {
    given(byCourt, sealed).when(keys).then(away);
    given(byCourt, sealed, away).when(keys).changesNothing();
    given(byCourt, sealed, unsealed).when(keys).then(away);
  });

  it('tells that keys came back once, and may put them away again when it is sealed again', () => {
    given(byCourt, sealed, away).when({ do: 'bring-back' }).then(back);
    given(byCourt, sealed, away, unsealed).when({ do: 'bring-back' }).then(back);
    given(byCourt, sealed, away, unsealed, back).when({ do: 'bring-back' }).changesNothing();
    given(byCourt, sealed, away, unsealed, back, byCourt, sealed).when(keys).then(away);
    // Sealed again before they came back, they are where they were.
    given(byCourt, sealed, away, unsealed, byCourt, sealed).when(keys).changesNothing();
  });
});
