import { type Context, personal } from '#decider';
import { specification } from '#decider/specification';
import * as the from '../testing/fixtures.js';
import { type CaseCommand, caseDecider, type OpenCase } from './case.js';

const { given } = specification(caseDecider);
const { commands, context, incident, opened, opening, person, refusalOf, until } = the;

describe('what is written of a person', () => {
  const identity = { name: 'n', phone: 'p' };

  it('is marked as hers, each under its own key', () => {
    given()
      .when({ ...opening, identity, narrative: 't' })
      .then(
        { ...opened, data: { ...opened.data, identity: personal(person, 'identity', identity) } },
        { ...incident, data: { ...incident.data, narrative: personal(person, 'narrative', 't') } },
      );
  });

  it('is marked as that of the person the case is about, where she is known already', () => {
    const known = 'e0000000-0000-8000-8000-000000000009';
    given()
      .when({ ...opening, person: known, identity })
      .then(
        { ...opened, data: { ...opened.data, person: known, identity: personal(known, 'identity', identity) } },
        incident,
      );
  });

  it('is marked in the answers to a risk form, and nowhere else in it', () => {
    const answers = { threats: 'YES' };
    given(...until.open)
      .when({ ...commands['assess-risk'], instrument: 'F', version: 1, score: { min: 3, max: 5 }, answers })
      .then({
        type: 'RiskAssessed',
        data: {
          ...the.assessed('SEVERE').data,
          instrument: 'F',
          version: 1,
          score: { min: 3, max: 5 },
          answers: personal(person, 'risk', answers),
        },
      });
  });
});

describe('what is written of others', () => {
  const details = { name: 'n', address: 'a' };

  it('is marked as theirs, each kind under its own key of her record', () => {
    given(...until.open)
      .when({ ...commands['describe-aggressor'], sex: 'M', ageBand: '36-45', details })
      .then({
        type: 'AggressorDescribed',
        data: {
          institution: the.police,
          relation: 'EX_PARTNER',
          sex: 'M',
          ageBand: '36-45',
          details: personal(person, 'aggressor', details),
        },
      });
    given(...until.open)
      .when({ ...commands['describe-children'], byAge: { '0-5': 1, UNKNOWN: 1 }, details })
      .then({
        type: 'ChildrenDescribed',
        data: {
          institution: the.police,
          byAge: { '0-5': 1, UNKNOWN: 1 },
          details: personal(person, 'children', details),
        },
      });
  });

  it.each<CaseCommand>([
    { ...commands['describe-aggressor'], relation: 'FRIENDLY' },
    { ...commands['describe-aggressor'], sex: 'X1' },
    { ...commands['describe-aggressor'], ageBand: '41' },
    { ...commands['describe-children'], byAge: { '7': 1 } },
  ])('stands in a list where it is a code: %j is refused', (command) => {
    expect(refusalOf(until.open, command)).toMatchObject({ code: 'code/not-listed', kind: 'invalid' });
  });

  it('is something', () => {
    const { police: institution } = the;
    for (const nothing of ['describe-aggressor', 'describe-children'] as const) {
      expect(refusalOf(until.open, { do: nothing, institution }).code).toBe('case/nothing-described');
    }
  });

  it.each<Record<string, number>>([{}, { '0-5': 0 }, { '0-5': 1.5 }, { '0-5': 31 }, { '0-5': 16, '6-11': 15 }])(
    'counts children in whole numbers, one at least: %j is refused',
    (byAge) => {
      expect(refusalOf(until.open, { ...commands['describe-children'], byAge }).code).toBe('case/bad-children');
    },
  );
});

describe('codes', () => {
  it.each<Partial<OpenCase>>([
    { entry: 'WINDOW' },
    { condition: 'OLD' },
    { sex: 'X1' },
    { ageBand: '26-35' },
    { ageBand: '31' },
    { language: 'KLINGON' },
    { relation: 'FRIENDLY' },
    { declared: { disability: 'YES' } },
    { declared: { disability: 'NONE', ethnicity: 'KLINGON' } },
    { types: ['PHYSICAL', 'OTHER'] },
  ])('stand in a list: %j is refused', (change) => {
    expect(refusalOf([], { ...opening, ...change })).toMatchObject({ code: 'code/not-listed', kind: 'invalid' });
  });

  it.each<Partial<Omit<OpenCase, 'do' | 'identity'>>>([
    { entry: 'RONDA' },
    { ageBand: 'UNKNOWN' },
    { language: 'QU', relation: 'EX_PARTNER', disability: true },
    { declared: { disability: 'HEARING', ethnicity: 'UNKNOWN' } },
  ])('that stand in one are taken: %j', (change) => {
    given()
      .when({ ...opening, ...change })
      .then({ ...opened, data: { ...opened.data, ...change } }, incident);
  });

  it('say which of several types a case counts under, and it is one of them', () => {
    given()
      .when({ ...opening, principal: 'SEXUAL' })
      .refuses('case/principal-not-among-types');
  });

  it.each<CaseCommand>([
    { ...commands['assess-risk'], level: 'ENORMOUS' },
    { ...commands['decide-measures'], measures: ['NO_ACERCAMIENTO', 'EXILE'] },
    { ...commands['record-attention'], service: 'MAGIC' },
    { ...commands.close, reason: 'TIRED' },
  ])('are refused after the opening as well: %j', (command) => {
    given(...until['at court'])
      .when(command)
      .refuses('code/not-listed');
  });

  it('are the same for the same command, with the year it happened in', () => {
    const codeOf = (circumstances: Partial<Context>) => {
      const [event] = caseDecider.decide(opening, caseDecider.initial, { ...context, ...circumstances });
      return event?.type === 'CaseOpened' ? event.data.code : undefined;
    };
    expect(codeOf({})).toBe('25-JXV5-6TQX');
    expect(codeOf({ actor: 'another', recordedAt: '2026-01-01T00:00:00.000Z' })).toBe('25-JXV5-6TQX');
    expect(codeOf({ effectiveAt: '2021-10-01T15:00:00.000Z' })).toBe('21-JXV5-6TQX');
    expect(codeOf({ commandId: '00000000-0000-7000-8000-000000000001' })).not.toBe('25-JXV5-6TQX');
  });
});

describe('a level that was raised', () => {
  it.each([
    [undefined, 'case/override-without-reason'],
    ['', 'code/not-listed'],
    ['she said so', 'code/not-listed'],
    ['armed', 'code/not-listed'],
  ])('needs its reason, as a code: %j is none', (raisedBecause, code) => {
    given(...until.open)
      .when({
        ...commands['assess-risk'],
        raisedFrom: 'MILD',
        ...(raisedBecause === undefined ? {} : { raisedBecause }),
      })
      .refuses(code);
  });

  it('keeps what the answers gave', () => {
    given(...until.open)
      .when({ ...commands['assess-risk'], raisedFrom: 'MILD', raisedBecause: 'ARMED' })
      .then({
        type: 'RiskAssessed',
        data: { ...the.assessed('SEVERE').data, raisedFrom: 'MILD', raisedBecause: 'ARMED' },
      });
  });
});
