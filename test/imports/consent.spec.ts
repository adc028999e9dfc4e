import { memoryPlatform } from '../support/platform.js';
import { bring, contents, directory, sample } from './support/importing.js';

const now = '2025-11-01T12:00:00.000Z';
const columns = ['external_id', 'case_external_id', 'sent_at', 'from', 'to', 'service', 'purpose', 'urgency'];
const usual: Readonly<Record<string, string>> = {
  external_id: 'DEMO-R-101',
  case_external_id: 'DEMO-C-001',
  sent_at: '2025-09-01 11:00',
  from: 'pe-150112-comisaria-familia',
  to: 'pe-150112-cem',
  service: 'pe-150112-cem-psicologia',
  purpose: 'PSYCHOLOGICAL_CARE',
  urgency: 'ROUTINE',
};

/** A file of one referral: the usual cells, and these. */
function file(cells: Readonly<Record<string, string>>): string {
  const row = { ...usual, ...cells };
  const names = [...columns, ...Object.keys(cells).filter((name) => !columns.includes(name))];
  return `# demo\n${names.join(',')}\n${names.map((name) => row[name as keyof typeof row] ?? '').join(',')}\n`;
}

describe('a referral of a file', () => {
  let platform: ReturnType<typeof memoryPlatform>;
  beforeEach(async () => {
    platform = memoryPlatform(now);
    await directory(platform);
    await bring(platform, sample('cases.csv'));
  });
  afterEach(() => platform.close());

  const events = async () =>
    (await contents(platform.log))
      .map((line) => JSON.parse(line) as [string, string, string, { consent?: object; note?: object }])
      .filter(([stream]) => stream.startsWith('referral-'))
      .map(([, , type, data]) => ({ type, data }));

  it.each([
    ['an empty cell', { consent: '' }],
    ['no column for it', {}],
  ])('goes without identity where nobody says that she agreed: %s', async (_what, cells) => {
    expect(await bring(platform, file(cells))).toMatchObject({ created: 1, errors: [] });
    expect((await events())[0]?.data.consent).toMatchObject({ basis: 'none', scope: 'without-identity' });
  });

  it.each(['note', 'safe_contact'])('takes no %s along without consent, and says so with its row', async (column) => {
    expect(await bring(platform, file({ consent: '', [column]: 'palabras' }))).toMatchObject({
      created: 0,
      errors: [{ row: 3, column, code: 'without-consent' }],
    });
  });

  it('takes them along, sealed, where she agreed', async () => {
    const cells = { consent: 'consentido', consent_mode: 'SIGNATURE', consent_language: 'QU', note: 'palabras' };
    expect(await bring(platform, file(cells))).toMatchObject({ created: 1, errors: [] });
    const [sent] = await events();
    expect(sent?.data.consent).toMatchObject({ basis: 'consented', mode: 'SIGNATURE', language: 'QU' });
    expect(JSON.stringify(sent?.data.note)).not.toContain('palabras');
  });

  it.each(['consent_mode', 'consent_language'])('has no %s of a consent nobody gave', async (column) => {
    const cells = { consent: 'sin-identidad', [column]: column === 'consent_mode' ? 'VERBAL' : 'ES' };
    expect(await bring(platform, file(cells))).toMatchObject({ errors: [{ row: 3, column, code: 'without-consent' }] });
  });

  it('has an appointment nobody came to before the one who did', async () => {
    const cells = {
      ...{ received_at: '2025-09-01 12:00', accepted_at: '2025-09-01 12:00', scheduled_at: '2025-09-01 12:30' },
      ...{ appointment_at: '2025-09-03 10:00', not_attended_at: '2025-09-03 11:00' },
      ...{ attended_at: '2025-09-05 10:00', service_given: 'PSYCHOLOGY' },
    };
    expect(await bring(platform, file(cells))).toMatchObject({ created: 1, errors: [] });
    expect((await events()).map(({ type }) => type)).toEqual([
      ...['ReferralSent', 'ReferralReceived', 'ReferralAccepted'],
      ...['ReferralScheduled', 'ReferralNotAttended', 'ReferralAttended'],
    ]);
    expect(await bring(platform, file(cells))).toMatchObject({ unchanged: 1 });
  });

  it.each([
    ['before the yes', {}, ['ReferralSent', 'ReferralCancelled']],
    [
      'after it, and confirmed',
      { accepted_at: '2025-09-01 12:00' },
      ['ReferralSent', 'ReferralReceived', 'ReferralAccepted', 'CancellationAsked', 'ReferralCancelled'],
    ],
  ])('was called back %s', async (_when, cells, types) => {
    const cancelled = { ...cells, cancelled_at: '2025-09-02 09:00', cancel_reason: 'NEED_MET' };
    expect(await bring(platform, file(cancelled))).toMatchObject({ created: 1, errors: [] });
    expect((await events()).map(({ type }) => type)).toEqual(types);
  });

  it('was not called back and attended', async () => {
    const cells = {
      ...{ accepted_at: '2025-09-01 12:00', attended_at: '2025-09-02 10:00', service_given: 'PSYCHOLOGY' },
      ...{ cancelled_at: '2025-09-03 09:00', cancel_reason: 'NEED_MET' },
    };
    expect(await bring(platform, file(cells))).toMatchObject({
      errors: [{ row: 3, column: 'cancelled_at', code: 'contradiction' }],
    });
  });
});
