import { aService, anOrganization } from '../testing/entries.js';
import { nameOn, type OrganizationEntry, otherNamesOn, type ServiceEntry, statusOn } from './entry.js';
import { type Bar, isStale, judgedFor, type Need, type Remark } from './offering.js';

/** Monday, 9 March 2026, ten in the morning in Lima. */
const monday = '2026-03-09T15:00:00.000Z';
const office = [{ byday: ['MO', 'TU', 'WE', 'TH', 'FR'], opensAt: '08:00', closesAt: '16:15' }];

interface Row {
  readonly service?: Partial<ServiceEntry>;
  readonly organization?: Partial<OrganizationEntry>;
  readonly need?: Need;
  readonly at?: string;
  readonly bars?: readonly Bar[];
  readonly remarks?: readonly Remark[];
}

const ages = { eligibility: { minimumAge: 12, maximumAge: 17 } };
const bolivian = { country: 'BO', kind: 'HEALTH', district: 'BO-020105' };
const counted = (free: number, at = monday) => ({ capacity: { unit: 'BED', total: 9, free, at } });
const closedUntil = { status: 'temporarily-closed', statusFrom: '2026-03-09', statusUntil: '2026-03-13' } as const;

it.each<[string, Row]>([
  ['a service of which nothing bars anybody', {}],
  ['an inactive one', { service: { status: 'inactive' }, bars: ['INACTIVE'] }],
  ['a defunct one', { service: { status: 'defunct' }, bars: ['INACTIVE'] }],
  ['one closed for a time', { service: { status: 'temporarily-closed' }, bars: ['TEMPORARILY_CLOSED'] }],
  [
    'its first day closed, in Lima',
    { service: closedUntil, at: '2026-03-09T05:00:00.000Z', bars: ['TEMPORARILY_CLOSED'] },
  ],
  ['the moment before, in Lima', { service: closedUntil, at: '2026-03-09T04:59:59.999Z' }],
  [
    'the same moment in La Paz',
    { service: closedUntil, organization: bolivian, at: '2026-03-09T04:59:59.999Z', bars: ['TEMPORARILY_CLOSED'] },
  ],
  ['its last moment closed', { service: closedUntil, at: '2026-03-14T04:59:59.999Z', bars: ['TEMPORARILY_CLOSED'] }],
  ['open again', { service: closedUntil, at: '2026-03-14T05:00:00.000Z' }],
  [
    'of a body whose place another took',
    { organization: { successor: { by: 'x', from: '2026-03-09' } }, bars: ['INACTIVE'] },
  ],
  ['the day before another takes its place', { organization: { successor: { by: 'x', from: '2026-03-10' } } }],
  ['of conciliation', { service: { conciliation: true }, bars: ['CONCILIATION'] }],
  ['of a body that takes no referrals', { organization: { kind: 'LINE100' }, bars: ['TAKES_NO_REFERRALS'] }],
  ['of another kind', { need: { serviceKind: 'LEGAL' }, bars: ['WRONG_SERVICE'] }],
  [
    'for other purposes',
    {
      service: { eligibility: { purposes: ['MENTAL_HEALTH'] } },
      need: { purpose: 'PSYCHOLOGICAL_CARE' },
      bars: ['WRONG_SERVICE'],
    },
  ],
  [
    'for this purpose',
    { service: { eligibility: { purposes: ['PSYCHOLOGICAL_CARE'] } }, need: { purpose: 'PSYCHOLOGICAL_CARE' } },
  ],
  ['a year too young', { service: ages, need: { age: 11 }, bars: ['WRONG_AGE'] }],
  ['the lowest age', { service: ages, need: { age: 12 } }],
  ['the highest age', { service: ages, need: { age: 17 } }],
  ['a year too old', { service: ages, need: { age: 18 }, bars: ['WRONG_AGE'] }],
  ['an age known better than its band', { service: ages, need: { age: 17, ageBand: '60-plus' } }],
  ['a band next below', { service: ages, need: { ageBand: '6-11' }, bars: ['WRONG_AGE'] }],
  ['a band wholly inside', { service: ages, need: { ageBand: '12-17' } }],
  ['a band next above', { service: ages, need: { ageBand: '18-25' }, bars: ['WRONG_AGE'] }],
  [
    'a band partly inside',
    { service: { eligibility: { minimumAge: 20 } }, need: { ageBand: '18-25' }, remarks: ['CHECK_AGE'] },
  ],
  [
    'the open band under a highest age',
    { service: { eligibility: { maximumAge: 64 } }, need: { ageBand: '60-plus' }, remarks: ['CHECK_AGE'] },
  ],
  ['an unknown age where ages matter', { service: ages, need: { ageBand: 'UNKNOWN' }, remarks: ['CHECK_AGE'] }],
  ['an unknown age where they do not', { need: { ageBand: 'UNKNOWN' } }],
  ['the other sex', { service: { eligibility: { sexes: ['F'] } }, need: { sex: 'M' }, bars: ['WRONG_SEX'] }],
  ['the sex it is for', { service: { eligibility: { sexes: ['F'] } }, need: { sex: 'F' } }],
  [
    'another province',
    {
      service: { eligibility: { territory: ['1501', '0701'] } },
      need: { district: '120401' },
      bars: ['WRONG_TERRITORY'],
    },
  ],
  ['its province', { service: { eligibility: { territory: ['0701', '1501'] } }, need: { district: '150110' } }],
  ['a territory nobody named', { service: { eligibility: { territory: [] } }, need: { district: '120401' } }],
  ['nothing free', { service: counted(0), bars: ['NO_CAPACITY'] }],
  ['one free', { service: counted(1) }],
  ['nothing free, three days ago', { service: counted(0, '2026-03-06T15:00:00.000Z'), bars: ['NO_CAPACITY'] }],
  ['nothing free, longer ago', { service: counted(0, '2026-03-06T14:59:59.999Z'), remarks: ['OLD_CAPACITY'] }],
  ['open now', { service: { schedules: office }, need: { urgent: true } }],
  [
    'closed now, and there is time',
    { service: { schedules: office }, at: '2026-03-09T21:15:00.000Z', remarks: ['CLOSED_NOW'] },
  ],
  [
    'closed now, and there is none',
    { service: { schedules: office }, at: '2026-03-09T21:15:00.000Z', need: { urgent: true }, bars: ['OUT_OF_HOURS'] },
  ],
  [
    'closed now, at severe risk',
    {
      service: { schedules: office },
      at: '2026-03-09T21:15:00.000Z',
      need: { risk: 'SEVERE' },
      bars: ['OUT_OF_HOURS'],
    },
  ],
  [
    'closed now, at moderate risk',
    {
      service: { schedules: office },
      at: '2026-03-09T21:15:00.000Z',
      need: { risk: 'MODERATE' },
      remarks: ['CLOSED_NOW'],
    },
  ],
  [
    'at four in La Paz, when Lima closes later',
    { service: { schedules: office }, organization: bolivian, at: '2026-03-09T20:15:00.000Z', remarks: ['CLOSED_NOW'] },
  ],
  [
    'another language',
    { service: { eligibility: { languages: ['ES'] } }, need: { language: 'QU' }, remarks: ['OTHER_LANGUAGE'] },
  ],
  ['languages nobody named', { need: { language: 'QU' } }],
  ['assured ninety days ago', { service: { assured: { by: 'x', at: '2025-12-09T15:00:00.000Z' } } }],
  ['assured longer ago', { service: { assured: { by: 'x', at: '2025-12-09T14:59:59.999Z' } }, remarks: ['STALE'] }],
  [
    'everything at once',
    {
      service: { ...ages, ...counted(0), status: 'inactive', conciliation: true },
      need: { serviceKind: 'LEGAL', age: 30 },
      bars: ['INACTIVE', 'CONCILIATION', 'WRONG_SERVICE', 'WRONG_AGE', 'NO_CAPACITY'],
    },
  ],
])('%s', (_, { service, organization, need = {}, at = monday, bars = [], remarks = [] }) => {
  const [judged] = judgedFor(need, [anOrganization([aService(service)], organization)], at);
  expect([judged?.bars, judged?.remarks]).toEqual([bars, remarks]);
});

it('what nobody ever assured is stale', () => {
  expect([isStale({}, monday), isStale(aService(), monday)]).toEqual([true, false]);
});

it('offered ones come first, then specialised bodies, then the district, then what was assured lately, then names', () => {
  const body = (id: string, kind: string, district: string, but: Partial<ServiceEntry> = {}) =>
    anOrganization([aService({ kind: 'POLICE_PROTECTION', ...but })], { id, name: id, kind, district });
  const stale = { assured: { by: 'x', at: '2020-01-01T00:00:00.000Z' } };
  const judged = judgedFor(
    { serviceKind: 'POLICE_PROTECTION', district: '150112' },
    [
      body('a-shut', 'POLICE_FAMILY', '150112', { status: 'inactive' }),
      body('b-general-stale', 'POLICE', '150112', stale),
      body('c-general', 'POLICE', '150112'),
      body('d-general-far', 'POLICE', '150110'),
      body('e-special-far', 'POLICE_FAMILY', '150110'),
      body('f-special', 'POLICE_FAMILY', '150112'),
    ],
    monday,
  );
  expect(judged.map(({ organization }) => organization.id)).toEqual([
    'f-special',
    'e-special-far',
    'c-general',
    'b-general-stale',
    'd-general-far',
    'a-shut',
  ]);
});

it('a body may be said to be specialised, or not to be', () => {
  const said = (specialised: boolean, kind: string) =>
    judgedFor({}, [anOrganization([aService()], { kind, about: { specialised } })], monday)[0]?.specialised;
  expect([said(true, 'FAMILY_COURT'), said(false, 'FAMILY_COURT'), said(true, 'HEALTH')]).toEqual([true, false, true]);
});

describe('names', () => {
  const aurora = anOrganization([], {
    name: 'Warmi Ñan',
    names: [{ name: 'PNCVFS' }, { name: 'Aurora', from: '2019-01-01' }, { name: 'Warmi Ñan', from: '2025-05-01' }],
    aliases: [{ name: 'Programa Aurora', from: '2019-01-01', to: '2025-12-31' }],
  });

  it.each([
    ['2018-12-31', 'PNCVFS', []],
    ['2019-01-01', 'Aurora', ['Programa Aurora', 'PNCVFS']],
    ['2025-04-30', 'Aurora', ['Programa Aurora', 'PNCVFS']],
    ['2025-05-01', 'Warmi Ñan', ['Programa Aurora', 'PNCVFS', 'Aurora']],
    ['2026-01-01', 'Warmi Ñan', ['PNCVFS', 'Aurora']],
  ])('on %s it is %s', (day, name, others) => {
    expect(nameOn(aurora, day)).toBe(name);
    expect(otherNamesOn(aurora, day)).toEqual(others);
  });
});

it('a status without days holds from when it was said', () => {
  expect(statusOn(aService({ status: 'defunct' }), '1999-01-01')).toBe('defunct');
});
