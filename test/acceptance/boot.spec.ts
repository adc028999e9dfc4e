import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DiscoveryService } from '@nestjs/core';
import { ProblemTexts, SERVICE_PORTS, type ServicePorts } from '#service';
import { deciders } from '../../src/capabilities.js';
import type { Platform } from '../../src/platform.js';
import { registerDeciders } from '../../src/programmes/domain/register-list.js';
import { ProgrammeHandler } from '../../src/programmes/http/commands.js';
import { HandOverHandler } from '../../src/referrals/http/records.js';
import { Caller, at, type House, house, told } from './house.js';

/** Where @nestjs/cqrs marks a command handler. */
const COMMAND_HANDLER_METADATA = '__commandHandler__';

type Handler = new (platform: Platform) => { execute(command: object): Promise<unknown> };

const programmes = [
  ...registerDeciders.map(({ category }) => category),
  ...['council', 'network', 'help', 'alert', 'assembly', 'enrolment', 'masculinities', 'fund'],
];

describe('A server', () => {
  let h: House;
  beforeAll(async () => {
    h = await house();
  });
  afterAll(() => h.close());

  it('publishes its whole API as a document', async () => {
    const answer = await h.app.inject({ method: 'GET', url: '/api/openapi.json' });
    expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, '']);
    expect(answer.json<{ readonly openapi: string }>().openapi).toBe('3.1.0');
  });

  it('has exactly one handler for every decider', async () => {
    const handlers = h.app
      .get(DiscoveryService, { strict: false })
      .getProviders()
      .map(({ metatype }) => metatype)
      .filter((type) => typeof type === 'function' && Reflect.hasMetadata(COMMAND_HANDLER_METADATA, type))
      // Takes what another format asks for to the desk, which sends the command.
      .filter((type) => type !== HandOverHandler) as Handler[];
    // Which stream a handler reads says whose decider it is.
    const read: string[] = [];
    const log = {
      readStream: (stream: string) => {
        read.push(stream);
        throw new Error('seen');
      },
    };
    for (const type of handlers) {
      // One handler keeps all programmes: which of them stands in the command.
      const kept = type === (ProgrammeHandler as Handler) ? programmes : [''];
      for (const category of kept) {
        const handler = new type({ log } as unknown as Platform);
        await expect(handler.execute({ category, request: { id: 'x' } })).rejects.toThrow('seen');
      }
    }
    expect(read.sort()).toEqual(deciders.map(({ category }) => `${category}-x`).sort());
  });

  it('has words for everything it refuses', () => {
    const { problems } = h.app.get<ServicePorts>(SERVICE_PORTS);
    const texts = new ProblemTexts(problems);
    const codes = filesBelow(join(import.meta.dirname, '../../src'))
      .filter((file) => /\.tsx?$/.test(file) && !/\.spec\./.test(file))
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/new (?:Refusal\(|Problem\(\s*\d+,)\s*'([^']+)'/g)])
      .map(([, code = '']) => code);
    expect(codes.length).toBeGreaterThan(30);
    // Nobody outside can name a category, and skips are an operator's, on the command line.
    const inside = ['command/unknown-category', 'skip/unknown-reason'];
    const mute = codes.filter((code) => texts.find(code) === undefined && !inside.includes(code));
    expect(mute).toEqual([]);
  });

  it('is ready, serves the directory in the field names of HSDS, and describes itself', async () => {
    const ready = await h.app.inject({ url: '/health/ready' });
    expect([ready.statusCode, ready.json<{ status: string }>().status]).toEqual([200, 'ok']);
    const caller = new Caller(h.app, at.cem);
    expect((await caller.get('/api/directory/services?service_type=LEGAL')).json()).toEqual([
      {
        id: 'pe-150112-cem-legal',
        organization_id: 'pe-150112-cem',
        name: 'CEM de prueba: LEGAL',
        status: 'active',
        service_type: 'LEGAL',
        confidential: false,
        schedules: [],
      },
    ]);
    expect(told(await caller.get('/api/directory/organizations/pe-150112-cem')).id).toBe('pe-150112-cem');
    const lists = (await caller.get('/api/codes')).json<{ name: string; entries: object[] }[]>();
    expect(lists.find(({ name }) => name === 'urgencies')?.entries).toContainEqual({
      code: 'IMMEDIATE',
      label_es: 'Inmediata',
    });
    const { paths } = (await caller.get('/api/openapi.json')).json<{ paths: Record<string, object> }>();
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/api/cases', '/api/cases/{id}/measures', '/api/referrals/{id}/report-back']),
    );
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
