import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adopt, deadlines, jurisdiction } from '../protocol/index.js';
import { adoptHolidays } from './holidays.js';
import { Misconfigured } from './settings.js';

describe('a file of declared holidays', () => {
  const peru = jurisdiction('PE');
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chaski-holidays-'));
    file = join(folder, 'feriados.json');
  });
  afterEach(() => {
    adopt(peru);
    rmSync(folder, { recursive: true });
  });

  /** Three business days after a resolution is notified on Monday 3 November 2025. */
  const due = () =>
    deadlines('PE', 'resolution-notified', '2025-11-03T15:00:00.000Z', {}).find(({ rule }) => rule.id === 'PE-15')?.due;

  it('moves the terms in business days that begin from then on', () => {
    expect(due()).toBe('2025-11-07T04:59:59.999Z');
    writeFileSync(file, JSON.stringify([{ kind: 'add', date: '2025-11-05', name: 'Día no laborable', source: 'DS' }]));
    adoptHolidays({ CHASKI_HOLIDAYS_PE: file });
    expect(due()).toBe('2025-11-08T04:59:59.999Z');
  });

  it('says what is wrong with it, row by row, and changes nothing', () => {
    writeFileSync(
      file,
      JSON.stringify([{ kind: 'add', date: '2025-11-05', name: 'x', source: 'y' }, { kind: 'free' }]),
    );
    const adopted = () => adoptHolidays({ CHASKI_HOLIDAYS_PE: file });
    expect(adopted).toThrow(Misconfigured);
    expect(adopted).toThrow(/row 2: kind must be/);
    expect(due()).toBe('2025-11-07T04:59:59.999Z');
  });

  it('must be there when it is named', () => {
    expect(() => adoptHolidays({ CHASKI_HOLIDAYS_PE: join(folder, 'none.json') })).toThrow(/CHASKI_HOLIDAYS_PE/);
    expect(() => adoptHolidays({})).not.toThrow();
  });
});
