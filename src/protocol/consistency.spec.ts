import { code } from '#publishing';
import {
  jurisdiction,
  jurisdictionIds,
  milestones,
  ruleFacts,
  score,
  type CodeList,
  type Jurisdiction,
  type Milestone,
} from './index.js';

const all = jurisdictionIds().map((id) => [id, jurisdiction(id)] as const);
const lists = all.flatMap(([id, { codes }]) =>
  Object.entries(codes).map(([name, list]) => [id, name, list] as [string, string, CodeList]),
);
const rowsOf = ({ rules }: Jurisdiction) => [...rules.rules, ...rules.duties];
const rows = all.flatMap(([id, each]) => rowsOf(each).map((row) => [id, row.id, row] as const));
const codesIn = ({ codes }: Jurisdiction, name: string): readonly string[] =>
  (codes[name]?.entries ?? []).map((entry) => entry.code);

describe('jurisdictions', () => {
  it('are found by their code, and by no other name', () => {
    expect(jurisdictionIds()).toEqual(['PE', 'BO']);
    for (const [id, each] of all) expect([each.id, each.country]).toEqual([id, id]);
    expect(() => jurisdiction('XX')).toThrow(RangeError);
    expect(() => jurisdiction('constructor')).toThrow(RangeError);
  });

  it('have the same code lists, and none of them empty', () => {
    const names = all.map(([, { codes }]) => Object.keys(codes).sort());
    for (const each of names) expect(each).toEqual(names[0]);
    for (const [, , list] of lists) expect(list.entries.length).toBeGreaterThan(0);
  });

  it.each(all)('%s has its own zone and locale, and a calendar that covers its law and years to come', (id, each) => {
    expect(each.calendar.zone).toBe(each.zone);
    expect(each.rules.calendar).toBe(each.calendar);
    expect(each.locale).toBe(`es-${id}`);
    for (const { validFrom } of rowsOf(each)) expect(validFrom >= each.calendar.covers.from).toBe(true);
    expect(each.calendar.covers.to >= '2045-01-01').toBe(true);
    for (const { date, source, name } of [...each.calendar.holidays, ...(each.calendar.regional ?? [])]) {
      expect(date >= each.calendar.covers.from && date <= each.calendar.covers.to).toBe(true);
      expect([name, source]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
    }
  });

  it.each(all)('%s covers every age exactly once, and parts children from adults', (_, { ageBands }) => {
    for (let years = 0; years <= 120; years += 1) {
      expect(ageBands.filter(({ from, to = 120 }) => from <= years && years <= to)).toHaveLength(1);
    }
    expect(ageBands.some(({ from }) => from === 18)).toBe(true);
  });

  it.each(all)('%s bars conciliation and confrontation by a norm, and they are no purpose of a referral', (_, each) => {
    const barred = each.refusedPurposes.map((purpose) => purpose.code);
    expect(barred).toEqual(expect.arrayContaining(['CONCILIATION', 'CONFRONTATION']));
    for (const purpose of each.refusedPurposes) {
      expect(codesIn(each, 'referralPurposes')).not.toContain(purpose.code);
      for (const text of [purpose.norm, purpose.legalRef, purpose.reason_es, purpose.source])
        expect(text).toMatch(/\S/);
    }
  });

  it.each(all)('%s hides the address of every shelter, and sends nothing to who defends the accused', (_, each) => {
    const secret = each.institutionTypes.filter(({ secretAddress }) => secretAddress);
    expect(secret).toHaveLength(1);
    for (const { code: type, receivesReferrals } of each.institutionTypes) {
      if (type === 'SEPDEP') expect(receivesReferrals).toBe(false);
    }
  });

  it.each(all)(
    '%s maps each type of violence but the unnamed to one common type and one kind of incident',
    (_, each) => {
      const types = codesIn(each, 'violenceTypes').filter((type) => type !== 'OTHER');
      expect(Object.keys(each.violence.common).sort()).toEqual([...types].sort());
      expect(Object.keys(each.violence.incident).sort()).toEqual([...types].sort());
      expect([...new Set(Object.values(each.violence.common))].sort()).toEqual([
        'ECONOMIC',
        'PHYSICAL',
        'PSYCHOLOGICAL',
        'SEXUAL',
      ]);
    },
  );

  it.each(all)('%s assesses risk with instruments that reach every level and are of its own', (id, { instruments }) => {
    expect(instruments.length).toBeGreaterThan(0);
    for (const instrument of instruments) {
      expect(instrument.jurisdiction).toBe(id);
      expect(score(instrument, {}).level).toBe('UNDETERMINED');
      const levels = new Set(instrument.bands.map(({ level }) => level));
      expect([...levels].sort()).toEqual(['MILD', 'MODERATE', 'SEVERE']);
    }
  });

  it.each(all)('%s calls roles that have a name, by ladders in force since its law began', (_, each) => {
    const roles = codesIn(each, 'escalationRoles');
    for (const ladder of each.ladders) {
      expect(ladder.steps.map(({ role }) => role)).toEqual(['OWNER', 'SUPERVISOR', 'COORDINATOR']);
      for (const { role } of ladder.steps) expect(roles).toContain(role);
      expect([ladder.verified, ladder.source]).toEqual([false, expect.stringMatching(/\S/)]);
    }
    const names = each.ladders.map(({ id }) => id);
    expect(names).toContain('USUAL');
    const first = rowsOf(each).reduce((day, row) => (row.validFrom < day ? row.validFrom : day), '9999-12-31');
    for (const { validFrom } of each.ladders) expect(validFrom <= first).toBe(true);
    for (const { value } of rowsOf(each)) if (value.ladder !== undefined) expect(names).toContain(value.ladder);
  });
});

describe('the code lists', () => {
  it.each(lists)('of %s: %s has unique codes in capitals, labelled and fit for a fact', (_, name, list) => {
    const codes = list.entries.map((entry) => entry.code);
    expect(list.name).toBe(name);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(list.entries.map((entry) => entry.label_es)).size).toBe(codes.length);
    for (const entry of list.entries) {
      expect(code(entry.code)).toBe(entry.code);
      expect(entry.code).toMatch(/^[A-Z][A-Z0-9_]*$/);
      expect(entry.label_es).toMatch(/^\S.*\S$/);
    }
    expect(list.source).toMatch(/\S/);
    expect(typeof list.verified).toBe('boolean');
  });

  it('offer every language of explanation that has a mother tongue under the same name', () => {
    for (const [, each] of all) {
      const tongues = new Map(each.codes['motherTongues']?.entries.map((entry) => [entry.code, entry.label_es]));
      for (const { code: language, label_es } of each.codes['explanationLanguages']?.entries ?? []) {
        const tongue = tongues.get(language);
        if (tongue !== undefined) expect(label_es.startsWith(tongue)).toBe(true);
      }
    }
  });
});

describe('every rule', () => {
  it.each(rows)(
    'of %s: %s names its norm, article, source and check, and is told by things there are',
    (id, _, row) => {
      for (const text of [row.norm, row.legalRef, row.source]) expect(text).toMatch(/\S/);
      expect(typeof row.verified).toBe('boolean');
      expect(row.jurisdiction).toBe(id);
      expect(row.id).toMatch(/^[A-Z]{2}-(P?\d\d)[a-z]?$/);
      expect(row.id.startsWith(`${id}-`)).toBe(true);
      for (const step of [row.trigger, row.stop]) expect(milestones).toContain(step as Milestone);
      expect(row.trigger).not.toBe(row.stop);
      const each = jurisdiction(id);
      const actors = [...codesIn(each, 'institutionTypes'), ...codesIn(each, 'actorRoles')];
      expect(actors).toContain(row.actor);
      for (const [fact, codes] of Object.entries(row.condition ?? {})) {
        const list = Object.hasOwn(ruleFacts, fact) ? ruleFacts[fact as keyof typeof ruleFacts] : '';
        for (const value of codes) expect(codesIn(each, list)).toContain(value);
      }
    },
  );

  it.each(rows)('of %s: %s says nothing is the law that is a board’s own value', (_id, _row, { value, verified }) => {
    if (value.policy === true) expect(verified).toBe(false);
    if (value.says_es !== undefined) expect(value.says_es).toMatch(/^\S.*\S$/);
  });

  it('is on the map: each row of the two countries’ tables is there, and a row without a term says why', () => {
    const families = (id: string) =>
      new Set(
        rowsOf(jurisdiction(id))
          .map((row) => row.id.replace(/[a-z]$/, ''))
          .filter((row) => !/-P/.test(row)),
      );
    const numbers = (id: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${id}-${String(index + 1).padStart(2, '0')}`);
    expect([...families('PE')].sort()).toEqual(numbers('PE', 31));
    expect([...families('BO')].sort()).toEqual(numbers('BO', 11));
    for (const [, each] of all) for (const duty of each.rules.duties) expect(duty.value.says_es).toMatch(/\S/);
  });

  it('leaves no milestone without a use: each starts or stops a clock somewhere', () => {
    const used = new Set(all.flatMap(([, each]) => rowsOf(each).flatMap(({ trigger, stop }) => [trigger, stop])));
    expect(milestones.filter((each) => !used.has(each))).toEqual([]);
  });

  it.each(all)(
    '%s: a referral or an alert has a clock for each thing somebody waits for, at every risk and urgency',
    (id, each) => {
      const waits = new Set(
        each.rules.rules.filter((row) => row.id.startsWith(`${id}-P`)).map(({ trigger, stop }) => `${trigger} ${stop}`),
      );
      expect(waits.size).toBe(13);
      for (const wait of waits) {
        const [trigger = '', stop = ''] = wait.split(' ');
        for (const risk of [...codesIn(each, 'riskLevels'), undefined]) {
          for (const urgency of [...codesIn(each, 'urgencies'), undefined]) {
            const facts = { risk, urgency };
            const deadline = each.rules.select(trigger, '2025-10-01T15:00:00.000Z', facts, stop);
            const severe = each.rules.select(trigger, '2025-10-01T15:00:00.000Z', { ...facts, risk: 'SEVERE' }, stop);
            expect(deadline?.rule.value.policy).toBe(true);
            expect((severe?.due ?? '') <= (deadline?.due ?? '')).toBe(true);
          }
        }
      }
    },
  );
});
