import { specification } from '#decider/specification';
import * as the from '../testing/fixtures.js';
import type { OpenCase } from './commands.js';
import { caseDecider } from './case.js';

const { given } = specification(caseDecider);
const { opened, opening, police } = the;

const historic = { ...opened, data: { ...opened.data, condition: 'HISTORIC' } };
const take = (step: string) => ({ do: 'take-reparation-step', step, institution: police }) as const;
const taken = (step: string) =>
  ({ type: 'ReparationStepTaken', data: { step, institution: police, district: '150112' } }) as const;

const opens = (change: Partial<OpenCase>) => given().when({ ...opening, ...change });

describe('what was done long ago, or to many', () => {
  it.each(['HISTORIC', 'COLLECTIVE'])('%s starts no clock and waits for nothing, complaint or not', (condition) => {
    opens({ condition, complaint: true, setting: 'WORKPLACE', types: ['SEXUAL'], principal: 'SEXUAL' }).satisfies(
      (events) =>
        expect(events.map(({ type }) => type)).toEqual(['CaseOpened', 'IncidentRecorded', 'ComplaintRegistered']),
    );
  });

  it('goes its way to reparation in order, each step once, and is accompanied as often as it takes', () => {
    given(historic).when(take('REGISTERED')).then(taken('REGISTERED'));
    given(historic).when(take('DOCUMENTED')).refuses('case/reparation-too-early');
    given(historic, taken('REGISTERED')).when(take('DOCUMENTED')).then(taken('DOCUMENTED'));
    given(historic, taken('REGISTERED')).when(take('REGISTERED')).changesNothing();
    given(historic, taken('ACCOMPANIED')).when(take('ACCOMPANIED')).then(taken('ACCOMPANIED'));
    given(historic).when(take('PAID')).refuses('code/not-listed');
  });

  it('is no way for violence of today', () => {
    given(opened).when(take('REGISTERED')).refuses('case/no-reparation-track');
  });
});

describe('harassment at work', () => {
  const clocksOf = (change: Partial<OpenCase>) => {
    const command = { ...opening, types: ['SEXUAL'], principal: 'SEXUAL', setting: 'WORKPLACE', ...change };
    return caseDecider
      .decide(command, caseDecider.initial, the.context)
      .flatMap((event) => (event.type === 'DeadlineSet' ? [[event.data.stop, event.data.due]] : []));
  };

  it('has clocks of its own from when it became known', () => {
    // Wednesday 1 October 2025; the 8th is a holiday.
    expect(clocksOf({})).toEqual([
      ['harassment-care-offered', '2025-10-03T04:59:59.999Z'],
      ['harassment-protection-given', '2025-10-07T04:59:59.999Z'],
      ['labour-authority-informed', '2025-10-11T04:59:59.999Z'],
      ['harassment-investigated', '2025-10-17T04:59:59.999Z'],
    ]);
  });

  it('keeps those of a complaint beside them', () => {
    expect(clocksOf({ complaint: true }).map(([stop]) => stop)).toContain('report-received-by-court');
  });

  it('is neither another setting nor another kind of violence', () => {
    expect(clocksOf({ setting: 'HOME' })).toEqual([]);
    expect(clocksOf({ types: ['PHYSICAL'], principal: 'PHYSICAL' })).toEqual([]);
    opens({ setting: 'MOON' }).refuses('code/not-listed');
  });
});
