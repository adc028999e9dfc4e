import fc from 'fast-check';
import { type Context, Refusal } from '#decider';
import { specification } from '#decider/specification';
import { badCodes, badNames } from '../../protocol/testing/bad.js';
import { changed, changing, fold, offered, offering, registered, registering } from '../testing/fixtures.js';
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

  it('may have a code that objects know as well', () => {
    const service = 'constructor';
    const event = { ...offered, data: { ...offered.data, service } };
    given(registered)
      .when({ ...offering, service })
      .then(event);
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

it('a command repeated changes nothing, and every prefix replays', () => {
  const context: Context = { actor: 'demo', commandId: 'c', effectiveAt: 'e', recordedAt: 'r' };
  const any = fc.constantFrom<OrganizationCommand>(
    registering,
    offering,
    { ...offering, service: 'cem-legal' },
    ...(['active', 'inactive', 'defunct'] as const).map(changing),
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
