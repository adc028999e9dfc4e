import { personal } from '#decider';
import { specification } from '#decider/specification';
import * as the from '../testing/fixtures.js';
import { type CaseCommand, caseDecider } from './case.js';
import type { ShelterPlace, Whereabouts } from './place-events.js';

const { given } = specification(caseDecider);
const { commands, incident, opened, opening, person, police: institution, refusalOf, until } = the;

describe('where she is', () => {
  const whereabouts: Whereabouts = { district: '150112', address: 'a', reference: 'r', aggressor: 'LIVES_THERE' };
  const shelter: ShelterPlace = { organization: 'pe-hogar', name: 'n', reach: 'w' };

  it('is marked as hers, where she lives and in which shelter each under a key of its own', () => {
    given(...until.open)
      .when({ do: 'record-whereabouts', institution, place: whereabouts })
      .then({ type: 'WhereaboutsRecorded', data: { institution, place: personal(person, 'location', whereabouts) } });
    given(...until.open)
      .when({ do: 'record-shelter-place', institution, place: shelter })
      .then({ type: 'ShelterPlaceRecorded', data: { institution, place: personal(person, 'shelter', shelter) } });
  });

  it('may be told when her case is opened, as that of a person known already as well', () => {
    const known = 'e0000000-0000-8000-8000-000000000009';
    given()
      .when({ ...opening, person: known, whereabouts })
      .then({ ...opened, data: { ...opened.data, person: known } }, incident, {
        type: 'WhereaboutsRecorded',
        data: { institution, place: personal(known, 'location', whereabouts) },
      });
  });

  it('is told before the complaint, which is where the clocks begin', () => {
    const types = caseDecider
      .decide({ ...opening, complaint: true, whereabouts }, caseDecider.initial, the.context)
      .map(({ type }) => type);
    expect(types.slice(0, 4)).toEqual(['CaseOpened', 'IncidentRecorded', 'WhereaboutsRecorded', 'ComplaintRegistered']);
  });

  it('is told again, also the same, and refused of a closed case', () => {
    const told = {
      type: 'WhereaboutsRecorded',
      data: { institution, place: personal(person, 'location', {}) },
    } as const;
    expect(
      caseDecider.decide(commands['record-whereabouts'], the.fold([...until.open, told]), the.context),
    ).toHaveLength(1);
    for (const step of ['record-whereabouts', 'record-shelter-place'] as const) {
      expect(refusalOf(until.closed, commands[step]).code).toBe('case/closed');
    }
  });

  it.each<CaseCommand>([
    { do: 'record-whereabouts', institution, place: {} },
    { do: 'record-whereabouts', institution, place: { aggressor: 'KNOWS_IT' } },
    { do: 'record-shelter-place', institution, place: {} },
    { do: 'record-shelter-place', institution, place: { reach: 'w' } },
  ])('says where: %j is refused', (command) => {
    expect(refusalOf(until.open, command)).toMatchObject({ code: 'case/no-place', kind: 'invalid' });
  });
});
