import fc from 'fast-check';
import { type Context, Refusal } from '#decider';
import { specification } from '#decider/specification';
import { badCodes, badNames } from '../../protocol/testing/bad.js';
import {
  cem,
  changed,
  changing,
  described,
  fold,
  offered,
  offering,
  registered,
  registering,
} from '../testing/fixtures.js';
import { sayings, without } from '../testing/sayings.js';
import { type Organization, organizationDecider, type OrganizationCommand } from './organization.js';

const { given } = specification(organizationDecider);

describe('an organization', () => {
  it('is registered once', () => {
    given().when(registering).then(registered);
    given(registered).when(registering).changesNothing();
  });

  it('is of a kind the jurisdiction knows', () => {
    given()
      .when({ ...registering, kind: 'CIRCUS' })
      .refuses('code/not-listed');
  });

  it('keeps its code: no other takes it, and it becomes no other', () => {
    given(registered)
      .when({ ...registering, name: 'Otro CEM' })
      .refuses('directory/taken');
  });

  it.each(badNames)('has a public name: %j is none', (name) => {
    given()
      .when({ ...registering, name })
      .refuses('directory/bad-name');
  });

  it.each(badCodes)('has a code: %j is none', (organization) => {
    given()
      .when({ ...registering, organization })
      .refuses('directory/bad-code');
  });

  it.each(['15011', '1501122', 'Independencia', '15011a', '', '１５０１１２'])(
    'stands in a district: %j is none',
    (district) => {
      given()
        .when({ ...registering, district })
        .refuses('directory/bad-district');
    },
  );

  it.each(['XX', 'pe', '', 'toString'])('is of a country set up here: %j is not', (country) => {
    given()
      .when({ ...registering, country })
      .refuses('directory/unknown-country');
  });

  it.each<OrganizationCommand>([offering, changing('inactive')])(
    'is registered before anything else: %j is refused',
    (command) => given().when(command).refuses('directory/unknown'),
  );
});

describe('a service', () => {
  it('is offered once, and is active then', () => {
    expect(given(registered).when(offering).then(offered).services).toEqual({ 'cem-psicologia': 'active' });
    given(registered, offered).when(offering).changesNothing();
  });

  it('is of a listed kind', () => {
    given(registered)
      .when({ ...offering, kind: 'MAGIC' })
      .refuses('code/not-listed');
  });

  it('keeps its code: no other of the organization takes it', () => {
    given(registered, offered)
      .when({ ...offering, name: 'Otra psicología' })
      .refuses('directory/service-taken');
  });

  it('takes no code that every object knows', () => {
    const service = 'constructor';
    given(registered)
      .when({ ...offering, service })
      .refuses('directory/bad-code');
    given(registered)
      .when({ ...changing('inactive'), service })
      .refuses('directory/unknown-service');
  });

  it.each(badNames)('has a public name: %j is none', (name) => {
    given(registered)
      .when({ ...offering, name })
      .refuses('directory/bad-name');
  });

  it.each(badCodes)('has a code: %j is none', (service) => {
    given(registered)
      .when({ ...offering, service })
      .refuses('directory/bad-code');
  });

  it('serves from an age up, not down', () => {
    given(registered)
      .when({ ...offering, minimumAge: 18, maximumAge: 17 })
      .refuses('directory/ages-reversed');
  });

  it('is in no status but those there are', () => {
    given(registered, offered)
      .when(changing('asleep' as 'inactive'))
      .refuses('code/not-listed');
  });

  it('says whom it serves, and whether its place is secret, where that is told', () => {
    const more = { minimumAge: 0, maximumAge: 17, confidential: true };
    given(registered)
      .when({ ...offering, ...more })
      .then({ ...offered, data: { ...offered.data, ...more } });
  });

  it.each(['inactive', 'temporarily-closed', 'defunct'] as const)('becomes %s and active again', (status) => {
    given(registered, offered).when(changing(status)).then(changed(status));
    given(registered, offered, changed(status)).when(changing(status)).changesNothing();
    given(registered, offered, changed(status)).when(changing('active')).then(changed('active'));
  });

  it('is not offered anew by offering it again, whatever its status', () => {
    given(registered, offered, changed('defunct')).when(offering).changesNothing();
  });

  it('that nobody offers has no status', () => {
    given(registered).when(changing('inactive')).refuses('directory/unknown-service');
    given(registered, offered)
      .when({ ...changing('inactive'), service: 'another' })
      .refuses('directory/unknown-service');
  });
});

const context: Context = {
  actor: 'demo',
  commandId: 'c',
  effectiveAt: '2025-10-01T15:00:00.000Z',
  recordedAt: '2025-10-01T15:00:01.000Z',
};
const decided = (command: OrganizationCommand, history: Parameters<typeof fold>[0], but: Partial<Context> = {}) =>
  organizationDecider.decide(command, fold(history), { ...context, ...but });

describe('what is said of an organization', () => {
  it.each(sayings)('%s is recorded as said, and said again changes nothing', (type, command) => {
    const event = { type, data: described[type] } as Parameters<typeof fold>[0][number];
    const known = { type: 'LocationSet', data: described.LocationSet } as const;
    const before = type === 'ServicePlaced' ? [registered, offered, known] : [registered, offered];
    expect(decided(command, before)).toEqual([event]);
    const reversed = Object.fromEntries(Object.entries(command).reverse()) as OrganizationCommand;
    expect(decided(reversed, [...before, event])).toEqual([]);
  });

  it('repeats nothing of what the offer said', () => {
    const { service, schedules } = offering;
    expect(decided({ do: 'set-hours', service, schedules, exceptions: [] }, [registered, offered])).toEqual([]);
    expect(decided({ do: 'restrict', service }, [registered, offered])).toEqual([]);
    expect(decided(changing('active'), [registered, offered])).toEqual([]);
  });

  it.each<[string, object]>([
    ['directory/bad-name', { do: 'rename', name: 'a@b', from: '2025-05-01' }],
    ['directory/bad-days', { do: 'rename', name: 'Warmi Ñan', from: '2025-02-30' }],
    ['directory/bad-days', { do: 'alias', name: 'Aurora', from: '2025-05-01', to: '2025-04-30' }],
    ['directory/bad-days', { do: 'supersede', by: 'x', from: 'mayo' }],
    ['directory/own-successor', { do: 'supersede', by: cem, from: '2025-05-01' }],
    ['directory/bad-text', { do: 'describe', description: 'dos\nlíneas' }],
    ['directory/bad-text', { do: 'describe', description: ' ' }],
    ['directory/bad-text', { do: 'describe', description: 'a'.repeat(501) }],
    ['directory/bad-phone', { do: 'describe', phones: ['a la vuelta'] }],
    ['directory/bad-code', { do: 'describe', parent: 'el programa' }],
    ['directory/bad-district', { do: 'locate', location: 'sede', kind: 'physical', district: 'Lima' }],
    ['directory/bad-coordinates', { do: 'locate', location: 'sede', kind: 'physical', latitude: -12 }],
    ['directory/bad-coordinates', { do: 'locate', location: 'sede', kind: 'physical', latitude: -91, longitude: 0 }],
    ['directory/bad-days', { ...changing('inactive'), from: '2025-05-02', until: '2025-05-01' }],
    ['directory/bad-days', { ...changing('inactive'), until: '2025-05-32' }],
    ['directory/unknown-location', { do: 'place', service: 'cem-psicologia', locations: ['toString'] }],
    ['directory/unknown-service', { do: 'assure', service: 'otro', by: 'x' }],
    ['directory/bad-capacity', { do: 'update-capacity', service: 'cem-psicologia', unit: 'BED', total: 1, free: 2 }],
    ['directory/bad-capacity', { do: 'update-capacity', service: 'cem-psicologia', unit: 'BED', total: 1, free: -1 }],
    ['directory/bad-capacity', { do: 'update-capacity', service: 'cem-psicologia', unit: 'BED', total: 1.5, free: 1 }],
    ['directory/ages-reversed', { do: 'restrict', service: 'cem-psicologia', minimumAge: 2, maximumAge: 1 }],
    ['code/not-listed', { do: 'restrict', service: 'cem-psicologia', sexes: ['X'] }],
    ['code/not-listed', { do: 'restrict', service: 'cem-psicologia', languages: ['KLINGON'] }],
    ['purpose/refused', { do: 'restrict', service: 'cem-psicologia', purposes: ['CONCILIATION'] }],
  ])('%s: %j', (code, command) => {
    given(registered, offered)
      .when(command as OrganizationCommand)
      .refuses(code);
  });

  it.each([
    [{ byday: [], opensAt: '08:00', closesAt: '16:00' }],
    [{ byday: ['LU'], opensAt: '08:00', closesAt: '16:00' }],
    [{ byday: ['MO'], opensAt: '8:00', closesAt: '16:00' }],
    [{ byday: ['MO'], opensAt: '08:00', closesAt: '24:01' }],
    [{ byday: ['MO'], opensAt: '24:00', closesAt: '08:00' }],
    [{ byday: ['MO'], opensAt: '08:00', closesAt: '08:00' }],
  ])('hours such as %j are none', (schedule) => {
    const hours = { do: 'set-hours', service: 'cem-psicologia', exceptions: [] } as const;
    given(registered, offered)
      .when({ ...hours, schedules: [schedule] })
      .refuses('directory/bad-hours');
    given(registered)
      .when({ ...offering, schedules: [schedule] })
      .refuses('directory/bad-hours');
  });

  it('an exception has both hours or none', () => {
    const hours = { do: 'set-hours', service: 'cem-psicologia', schedules: [] } as const;
    given(registered, offered)
      .when({ ...hours, exceptions: [{ day: '2026-07-28', opensAt: '08:00' }] })
      .refuses('directory/bad-hours');
  });

  it('a count that comes late does not take the place of a later one, and a new one of the same moment does', () => {
    const count = { do: 'update-capacity', ...without(described.CapacityUpdated, 'at') } as const;
    const known = { type: 'CapacityUpdated', data: described.CapacityUpdated } as const;
    const history = [registered, offered, known];
    expect(decided({ ...count, free: 9 }, history, { effectiveAt: '2025-10-01T14:59:59.999Z' })).toEqual([]);
    expect(decided({ ...count, free: 9 }, history)).toHaveLength(1);
    expect(decided(count, history, { effectiveAt: '2025-10-01T15:00:00.001Z' })).toHaveLength(1);
  });
});

describe('the place of a shelter', () => {
  const shelter = { ...registered, data: { ...registered.data, kind: 'HRT' } } as const;
  const house = { do: 'locate', location: 'casa', kind: 'physical' } as const;

  it.each([{ address: 'Av. de la Demostración 100' }, { district: '150112' }, { latitude: -11.99, longitude: -77.05 }])(
    'is never written down: %j',
    (place) => {
      given(shelter)
        .when({ ...house, ...place })
        .refuses('directory/secret-address');
      given(registered)
        .when({ ...house, ...place })
        .then({ type: 'LocationSet', data: { location: 'casa', kind: 'physical', ...place } });
    },
  );

  it('may be there without saying where', () => {
    given(shelter)
      .when(house)
      .then({ type: 'LocationSet', data: { location: 'casa', kind: 'physical' } });
  });

  it('is as secret for a confidential service of any body, whichever is said first', () => {
    const confidential = { ...offered, data: { ...offered.data, confidential: true } };
    const known = { type: 'LocationSet', data: described.LocationSet } as const;
    const hidden = { type: 'LocationSet', data: { location: 'casa', kind: 'physical' } } as const;
    const placed = { type: 'ServicePlaced', data: { service: 'cem-psicologia', locations: ['casa'] } } as const;
    const place = { do: 'place', service: 'cem-psicologia' } as const;
    given(registered, confidential, known)
      .when({ ...place, locations: ['sede'] })
      .refuses('directory/secret-address');
    given(registered, offered, known)
      .when({ ...place, locations: ['sede'] })
      .then({ type: 'ServicePlaced', data: described.ServicePlaced });
    given(registered, confidential, hidden)
      .when({ ...place, locations: ['casa'] })
      .then(placed);
    given(registered, confidential, hidden, placed)
      .when({ ...house, address: 'Av. de la Demostración 100' })
      .refuses('directory/secret-address');
  });
});

it('a command repeated changes nothing, and every prefix replays', () => {
  const any = fc.constantFrom<OrganizationCommand>(
    registering,
    offering,
    { ...offering, service: 'cem-legal' },
    ...(['active', 'inactive', 'defunct'] as const).map(changing),
    ...sayings.map(([, command]) => command),
  );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), (asked) => {
      const history: ReturnType<typeof organizationDecider.decide>[number][] = [];
      const states: Organization[] = [];
      for (const command of asked) {
        try {
          for (const event of organizationDecider.decide(command, fold(history), context)) {
            states.push(organizationDecider.evolve(states.at(-1) ?? organizationDecider.initial, event));
            history.push(event);
          }
          expect(organizationDecider.decide(command, fold(history), context)).toEqual([]);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }
      expect(history.map((_, last) => fold(history.slice(0, last + 1)))).toEqual(states);
    }),
  );
});
