import { Refusal } from '#decider';
import { specification } from '#decider/specification';
import * as the from '../testing/fixtures.js';
import { boardDecider } from './board.js';
import type { BoardEvents } from './events.js';
import { refuseSeatBeyondLaw, seatListOf, seatsByLaw } from './seats.js';

const { given } = specification(boardDecider);
const statutory = { ...the.established, data: { ...the.established.data, kind: 'statutory' as const } };

const seat = (organization: string, code: string, more: Partial<BoardEvents['MemberSeated']> = {}) =>
  ({ organization, seat: code, from: '2025-01-01', ...more }) as const;
const seated = (data: ReturnType<typeof seat>) => ({ type: 'MemberSeated' as const, data });

describe('the seats of a district board by law', () => {
  const list = seatsByLaw('PE', 'district');

  it('are fifteen, with the municipality in the chair, from a norm that is yet to be checked', () => {
    expect(list.seats).toHaveLength(15);
    expect(list.presides).toBe('MUNICIPALITY');
    expect(list.verified).toBe(false);
    expect(list.seats.filter(({ max }) => max === 2).map(({ code }) => code)).toEqual([
      'POPULATED_CENTRES',
      'COMMUNAL',
      'CIVIL_SOCIETY',
      'INDIGENOUS',
    ]);
  });

  it.each(['district', 'provincial', 'regional'] as const)(
    'are there for the %s level, and its chair among them',
    (level) => {
      const { seats, presides } = seatsByLaw('PE', level);
      expect(seats.filter(({ code }) => code === presides)).toMatchObject([{ max: 1 }]);
      expect(new Set(seats.map(({ code }) => code)).size).toBe(seats.length);
    },
  );

  it('are not known where no list was found', () => {
    expect(seatListOf('BO', 'district')).toBeUndefined();
    expect(seatListOf('PE', 'national')).toBeUndefined();
  });

  it('a refusal names the norm, and that it was not verified', () => {
    let refusal: unknown;
    try {
      refuseSeatBeyondLaw(list, 'CEM', ['CEM']);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(Refusal);
    expect((refusal as Refusal).detail).toContain('Ley 30364, art. 39; verified: false');
  });
});

describe('a statutory board', () => {
  it('has no more organisations in a seat than the law gives it', () => {
    given(statutory)
      .when({ do: 'seat', ...seat('cem-1', 'CEM') })
      .then(seated(seat('cem-1', 'CEM')));
    given(statutory, seated(seat('cem-1', 'CEM')))
      .when({ do: 'seat', ...seat('cem-2', 'CEM') })
      .refuses('board/seats-full');
    given(statutory, seated(seat('ong-1', 'CIVIL_SOCIETY')))
      .when({ do: 'seat', ...seat('ong-2', 'CIVIL_SOCIETY') })
      .then(seated(seat('ong-2', 'CIVIL_SOCIETY')));
    given(statutory, seated(seat('ong-1', 'CIVIL_SOCIETY')), seated(seat('ong-2', 'CIVIL_SOCIETY')))
      .when({ do: 'seat', ...seat('ong-3', 'CIVIL_SOCIETY') })
      .refuses('board/seats-full');
  });

  it('has room again when somebody left, or a term is over', () => {
    given(statutory, seated(seat('cem-1', 'CEM')), {
      type: 'MemberLeft',
      data: { organization: 'cem-1', until: '2025-06-30' },
    })
      .when({ do: 'seat', ...seat('cem-2', 'CEM', { from: '2025-07-01' }) })
      .then(seated(seat('cem-2', 'CEM', { from: '2025-07-01' })));
    given(statutory, seated(seat('cem-1', 'CEM', { until: '2025-12-31' })))
      .when({ do: 'seat', ...seat('cem-2', 'CEM', { from: '2026-01-01' }) })
      .then(seated(seat('cem-2', 'CEM', { from: '2026-01-01' })));
  });

  it('has no seat of its own making; a voluntary one has any', () => {
    given(statutory)
      .when({ do: 'seat', ...seat('radio', 'RADIO') })
      .refuses('board/seat-not-in-law');
    given(the.established)
      .when({ do: 'seat', ...seat('radio', 'RADIO') })
      .then(seated(seat('radio', 'RADIO')));
  });

  it('is of a country and level whose seats are known', () => {
    const establishing = { ...the.establishing, kind: 'statutory' } as const;
    given().when(establishing).then(statutory);
    given()
      .when({ ...establishing, level: 'national' })
      .refuses('board/no-seat-list');
    given()
      .when({ ...establishing, country: 'BO', territory: ['020105'] })
      .refuses('board/no-seat-list');
  });
});

describe('a term', () => {
  const term = seat('cem-1', 'CEM', { until: '2025-12-31' });

  it('is followed by another of the same organisation, from the day after it', () => {
    const next = seat('cem-1', 'CEM', { from: '2026-01-01' });
    given(statutory, seated(term))
      .when({ do: 'seat', ...next })
      .then(seated(next));
    given(statutory, seated(term))
      .when({ do: 'seat', ...next, from: '2025-12-31' })
      .changesNothing();
  });

  it('does not end before it begins', () => {
    given(statutory)
      .when({ do: 'seat', ...term, until: '2024-12-31' })
      .refuses('board/term-reversed');
  });
});

describe('the place of a board among others', () => {
  it('is under one of a higher level', () => {
    const above = { do: 'link', parent: { board: 'ipc-lima', level: 'provincial' } } as const;
    const linked = { type: 'BoardLinked', data: { parent: 'ipc-lima' } } as const;
    given(the.established).when(above).then(linked);
    given(the.established, linked).when(above).changesNothing();
    for (const parent of [
      { board: 'idc-comas', level: 'district' },
      { board: the.established.data.board, level: 'national' },
    ] as const) {
      given(the.established).when({ do: 'link', parent }).refuses('board/parent-not-above');
    }
  });

  it('may be after a voluntary one, for a statutory one', () => {
    const after = { do: 'link', succeeds: { board: 'mesa-antigua', kind: 'voluntary' } } as const;
    given(statutory)
      .when(after)
      .then({ type: 'BoardLinked', data: { succeeds: 'mesa-antigua' } });
    given(the.established).when(after).refuses('board/cannot-succeed');
    given(statutory)
      .when({ do: 'link', succeeds: { board: 'idc-comas', kind: 'statutory' } })
      .refuses('board/cannot-succeed');
  });
});
