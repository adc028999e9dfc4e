import { refresh } from '../runners.js';
import { board, History, org } from '../../test/support/history.js';
import { memoryPlatform } from '../../test/support/platform.js';
import { documentOf } from './document/build.js';
import type { Figures, Value } from './domain/model.js';
import { reportOf } from './report.js';

const start = '2025-09-01T05:00:00.000Z';

/** The value of a table's cell, by section, table, row and column. */
function figure(figures: Figures, path: string): Value | undefined {
  const [section, table, row, column] = path.split('/');
  const found = figures.sections.find(({ id }) => id === section)?.tables.find(({ id }) => id === table);
  return found?.rows.find(({ id }) => id === row)?.cells[found.columns.indexOf(column ?? '')];
}

async function october(): Promise<Figures> {
  const platform = memoryPlatform(start);
  const history = new History(platform);
  await history.establish('2025-09-01T05:00:00.000Z');
  for (let index = 0; index < 30; index += 1) {
    const hour = String(10 + (index % 10)).padStart(2, '0');
    const day = String(1 + index).padStart(2, '0');
    const at = `2025-10-${day}T${hour}:00:00.000Z`;
    const later = `2025-10-${day}T${hour}:30:00.000Z`;
    platform.clock.advanceTo(at);
    const id = await history.openCase(at, index < 8 ? { types: ['SEXUAL'], principal: 'SEXUAL' } : {});
    await history.command(
      'case',
      id,
      { do: 'assess-risk', institution: org('comisaria-familia'), level: index < 3 ? 'SEVERE' : 'MILD' },
      at,
    );
    const referral = await history.sendReferral(
      at,
      id,
      index < 20 ? {} : { to: { organization: org('salud'), service: 'salud' } },
    );
    const institution = index < 20 ? org('cem') : org('salud');
    await history.command('referral', referral, { do: 'accept', institution }, later);
    if (index % 3 > 0)
      await history.command('referral', referral, { do: 'attend', institution, service: 'PSYCHOLOGY' }, later);
    if (index % 3 > 1)
      await history.command(
        'referral',
        referral,
        { do: 'report-back', institution, outcome: 'SERVICE_RECEIVED' },
        later,
      );
    await history.command(
      'case',
      id,
      { do: 'record-attention', institution: org('cem'), service: 'PSYCHOLOGY' },
      later,
    );
  }
  await refresh(platform);
  const position = await platform.log.head();
  if (position === undefined) throw new Error('empty');
  const edition = { position, cutoff: '2025-11-05T13:00:00.000Z', clock: platform.clock, software: 'test', demo: true };
  const { figures, ...rest } = await reportOf(platform.views, board, '2025-10', edition);
  documentOf({ figures, ...rest });
  await platform.close();
  return figures;
}

describe('the figures of a month', () => {
  let figures: Figures;
  beforeAll(async () => {
    figures = await october();
  });

  it('count the new cases and the police complaints among them', () => {
    expect(figures.indicators.slice(0, 2)).toMatchObject([
      { id: 'new-cases', status: 'published', value: 30 },
      { id: 'new-police-complaints', status: 'published', value: 30 },
    ]);
  });

  it('hide one to four, and what would give them away', () => {
    expect(figure(figures, 'new-cases/by-risk/SEVERE/count')).toEqual({
      status: 'hidden',
      value: null,
      numerator: null,
      denominator: null,
    });
    expect(figure(figures, 'new-cases/by-risk/MILD/count')?.status).toBe('hidden');
    expect(figure(figures, 'new-cases/by-type/SEXUAL/count')).toMatchObject({ status: 'published', value: 8 });
  });

  it('follow what was sent to its answer', () => {
    expect(figure(figures, 'loop/steps/sent/count')?.value).toBe(30);
    expect(figure(figures, 'loop/steps/attended/count')?.value).toBe(20);
    expect(figure(figures, 'loop/steps/answered/share')).toMatchObject({
      value: 0.3333,
      numerator: 10,
      denominator: 30,
    });
  });

  it('divide attentions by the inhabitants', () => {
    expect(figure(figures, 'attentions/by-service/total/per-10000')).toMatchObject({
      value: 1.24,
      numerator: 30,
      denominator: 241_414,
    });
  });

  it('say that nothing fell due instead of 0', () => {
    expect(figures.indicators.find(({ id }) => id === 'agreements-kept')).toMatchObject({
      status: 'unmeasured',
      because: 'none-due',
      value: null,
    });
  });

  it('count the cases that are open, and which of them are violence again', () => {
    expect(figure(figures, 'caseload/account/cases/opened')).toMatchObject({ status: 'published', value: 30 });
    expect(figure(figures, 'caseload/account/cases/end')).toMatchObject({ status: 'published', value: 30 });
    expect(figure(figures, 'repeats/by-condition/repeats/count')).toMatchObject({ status: 'published', value: 0 });
    expect(figure(figures, 'who/by-sex/F/count')).toMatchObject({ status: 'published', value: 30 });
  });
});
