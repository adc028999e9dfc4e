import { referralsOfCase, type ReferralOfCase } from '../views/referrals-of-case.js';
import { story } from './story.js';
import { sayIf } from './words.js';

const steps = [
  ['ReferralSent', undefined],
  ['ReferralAccepted', undefined],
  ['ReferralRerouted', 'NEARER_SERVICE'],
  ['ReferralAccepted', undefined],
] as const;

const referral: ReferralOfCase = {
  ...{ referral: 'r', code: '26-AAAA-BBBB', case: 'c', from: 'police', to: 'health', service: 'h', urgency: 'REGULAR' },
  ...{ lapsed: false, status: 'accepted', clocks: [], before: [] },
  legs: [
    { leg: 1, to: 'cem', service: 'c', left: 'NEARER_SERVICE' },
    { leg: 2, to: 'health', service: 'h' },
  ],
  steps: steps.map(([type, code], index) => ({
    ...{ type, at: `2026-03-0${index + 1}T10:00:00.000Z`, position: `${index}` },
    ...(code === undefined ? {} : { code }),
  })),
};

describe('The story of a case', () => {
  it('says of each step of a referral who had it then, the last one first', () => {
    expect(story([], [referral], new Map(), (code) => code).map(({ text }) => text)).toEqual([
      'health aceptó la derivación 26-AAAA-BBBB.',
      'La derivación 26-AAAA-BBBB pasó a health: hay un servicio más cercano.',
      'cem aceptó la derivación 26-AAAA-BBBB.',
      'police envió la derivación 26-AAAA-BBBB a cem.',
    ]);
  });

  it('has a sentence for every step its referrals are told of', () => {
    const told = referralsOfCase.types.map((type) => type.replace(/\.v\d+$/u, ''));
    expect(told.length).toBeGreaterThan(15);
    const values = { code: 'c', from: 'f', to: 't', why: 'w' };
    expect(told.filter((type) => sayIf(`ref.${type}`, '', values) === '')).toEqual([]);
  });
});
