import { deriveId } from '#event-log';
import type { OpenCase } from '../../src/cases/domain/case.js';
import { type Platform, send } from '../../src/platform.js';
import type { SendReferral } from '../../src/referrals/domain/commands.js';

/** Demo institutions of one district, by short name. */
export const org = (name: string): string => `pe-150112-${name}`;

export const board = 'mesa-150112';

const complaint: OpenCase = {
  do: 'open',
  country: 'PE',
  district: '150112',
  institution: org('comisaria-familia'),
  entry: 'POLICE',
  condition: 'NEW',
  sex: 'F',
  ageBand: '26-29',
  types: ['PHYSICAL'],
  principal: 'PHYSICAL',
  complaint: true,
};

const referral: Omit<SendReferral, 'case'> = {
  do: 'send',
  country: 'PE',
  caseCode: '25-TEST-CASE',
  person: deriveId('person'),
  district: '150112',
  from: org('comisaria-familia'),
  to: { organization: org('cem'), service: 'cem-psicologia' },
  purpose: 'PSYCHOLOGICAL_CARE',
  urgency: 'PRIORITY',
  risk: 'MODERATE',
  consent: { basis: 'consented', mode: 'VERBAL', language: 'ES' },
};

/** Makes history through commands, one at a time, each with a command id of its own. */
export class History {
  #commands = 0;

  constructor(
    readonly platform: Platform,
    private readonly seed = 'history',
  ) {}

  async command(category: string, id: string, command: unknown, at: string): Promise<string> {
    this.#commands += 1;
    const commandId = deriveId(this.seed, this.#commands);
    await send(this.platform, category, { id, command, commandId, actor: 'demo-test', effectiveAt: at });
    return id;
  }

  async openCase(at: string, change: Partial<OpenCase> = {}): Promise<string> {
    const id = deriveId(this.seed, 'case', this.#commands);
    return this.command('case', id, { ...complaint, ...change }, at);
  }

  async sendReferral(at: string, caseId: string, change: Partial<SendReferral> = {}): Promise<string> {
    const id = deriveId(this.seed, 'referral', this.#commands);
    return this.command('referral', id, { ...referral, case: caseId, ...change }, at);
  }

  /** The member institutions of the board, then the board. */
  async establish(at: string): Promise<void> {
    for (const [short, { name, kind }] of Object.entries(members)) {
      const organization = org(short);
      const command = { do: 'register', organization, name, kind, country: 'PE', district: '150112' };
      await this.command('organization', organization, command, at);
    }
    await this.establishBoard(at);
  }

  /** The board of the district with its members, whom the directory knows, and its population. */
  async establishBoard(at: string): Promise<void> {
    const place = { country: 'PE', place: 'Independencia, Lima', territory: ['150112'] };
    const name = 'Mesa de concertación de Independencia';
    await this.command(
      'board',
      board,
      { do: 'establish', board, name, kind: 'voluntary', level: 'district', ...place },
      at,
    );
    const population = { district: '150112', year: 2020, inhabitants: 241_414, source: 'INEI-2020-DENSITY' };
    await this.command('board', board, { do: 'record-population', ...population }, at);
    for (const [short, { kind }] of Object.entries(members)) {
      await this.command(
        'board',
        board,
        { do: 'seat', organization: org(short), seat: kind, from: at.slice(0, 10) },
        at,
      );
    }
  }
}

const members = {
  'comisaria-familia': { name: 'Comisaría de Familia', kind: 'POLICE_FAMILY' },
  cem: { name: 'CEM Independencia', kind: 'CEM' },
  'juzgado-familia': { name: 'Juzgado de Familia', kind: 'FAMILY_COURT' },
  salud: { name: 'Centro de Salud', kind: 'HEALTH' },
} as const;
