import { once } from 'node:events';
import { createServer, get as httpGet, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Controller, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createService, type Codes, Introducer, Introductions, ServiceLog } from '#service';
import { ProcessModule } from '../process.module.js';
import { ReportModule } from '../report/report.module.js';
import { Forwarding } from './forwarding.js';

@Controller('changes')
class ChangesController {
  @Post()
  change(): void {
    return undefined;
  }
}

@Module({ controllers: [ChangesController] })
class ChangesModule {}

const leader = { code: 'leader', institution: 'municipalidad', role: 'coordinator', country: 'PE' };

describe('What is asked at the door', () => {
  let door: NestFastifyApplication;
  let introducer: Introducer;
  let introductions: Introductions;
  let there: Server;
  let keys: Server;
  let answer: (request: IncomingMessage, reply: ServerResponse) => void;
  let heard: { readonly request: IncomingMessage; readonly said: Codes | undefined }[];
  const at = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const opened = async (answers: (request: IncomingMessage, reply: ServerResponse) => void): Promise<Server> => {
    const server = createServer(answers).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };
  const closed = async (server: Server): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };

  beforeAll(async () => {
    introducer = await Introducer.open('write');
    keys = await opened((_, reply) => reply.end(JSON.stringify(introducer.keys)));
    introductions = new Introductions({ from: 'write', at: at(keys), to: 'report' });
    there = await opened((request, reply) => {
      const { method = '', url = '', headers } = request;
      void introductions.read(String(headers['introduction']), { method, url }).then((said) => {
        heard.push({ request, said });
        answer(request, reply);
      });
    });
    const authenticator = { challenge: 'Bearer', authenticate: async () => leader };
    const module = ProcessModule.of({
      ...{ platform: {}, people: { authenticator }, indicators: [], closers: {} },
      modules: [Forwarding.to([{ service: 'report', module: ReportModule, at: at(there) }], introducer)],
    });
    door = await createService(module, { log: new ServiceLog('fatal') });
    await door.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    await door.close();
    await closed(there);
    await closed(keys);
  });
  beforeEach(() => {
    heard = [];
    answer = (_, reply) => reply.end('made there');
  });

  it('is asked there with an introduction in place of what proved who it is', async () => {
    const headers = {
      ...{ accept: 'text/html', 'accept-language': 'es', 'consistent-with': '12' },
      ...{ authorization: 'Bearer a.b.c', cookie: '__Host-chaski-session=x', 'x-forwarded-for': '10.0.0.7' },
      ...{ introduction: 'a.b.c', 'x-anything': 'y' },
    };
    const asked = await door.inject({ url: '/mesa/comparar?a=mesa-1&b=ñ', headers });
    expect([asked.statusCode, asked.body]).toEqual([200, 'made there']);
    const [{ request, said } = { request: undefined, said: undefined }] = heard;
    expect(said).toEqual(leader);
    expect([request?.method, request?.url]).toEqual(['GET', '/mesa/comparar?a=mesa-1&b=%C3%B1']);
    const { host, introduction, connection, ...rest } = request?.headers ?? {};
    expect([host, connection]).toEqual([new URL(at(there)).host, 'keep-alive']);
    expect(introduction).not.toBe('a.b.c');
    expect(rest).toEqual({
      ...{ accept: 'text/html', 'accept-language': 'es', 'consistent-with': '12', 'accept-encoding': 'identity' },
      // What the client of this runtime adds.
      ...{ 'sec-fetch-mode': 'cors', 'user-agent': 'node' },
    });
  });

  it('is answered with what a file needs, and nothing that is the door’s own', async () => {
    answer = (_, reply) => {
      reply.writeHead(200, {
        ...{ 'Content-Type': 'application/pdf', 'Content-Disposition': 'attachment; filename="x.pdf"' },
        ...{ 'Log-Position': '12', 'Set-Cookie': 'chaski-session=theirs', 'Content-Security-Policy': 'default-src *' },
        ...{ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public', 'Content-Length': '3' },
      });
      reply.end('%PD');
    };
    const { statusCode, headers, body } = await door.inject({ url: '/api/boards/b/reports/2026-03/report.pdf' });
    expect([statusCode, body]).toEqual([200, '%PD']);
    expect(headers).toMatchObject({
      ...{ 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="x.pdf"' },
      ...{ 'log-position': '12', 'content-length': '3', 'cache-control': 'no-store' },
      'content-security-policy': expect.stringContaining("default-src 'none'") as string,
    });
    expect(headers).not.toHaveProperty('set-cookie');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('may be refused or sent on there', async () => {
    answer = (_, reply) => reply.writeHead(404, { 'Content-Type': 'application/problem+json' }).end('{}');
    const refused = await door.inject({ url: '/mesa' });
    expect([refused.statusCode, refused.headers['content-type']]).toEqual([404, 'application/problem+json']);
    answer = (_, reply) => reply.writeHead(303, { Location: '/mesa/mesa-1/2026-03' }).end();
    const sent = await door.inject({ url: '/mesa' });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/mesa/mesa-1/2026-03']);
  });

  it.each(['/mesa/%2e%2e/2026-03', '/mesa/x/%2E%2e', '/mesa/../mesa', '/mesa/.%2e/2026-03'])(
    'is not something else on the way: %s',
    async (path) => {
      const { port } = door.getHttpServer().address() as AddressInfo;
      // As it is written: other clients resolve the dots themselves.
      const [asked] = (await once(httpGet({ port, path, host: '127.0.0.1' }), 'response')) as [IncomingMessage];
      asked.resume();
      expect(asked.statusCode).toBe(404);
      expect(heard).toEqual([]);
    },
  );

  it('is asked a second time where the connection was closed meanwhile', async () => {
    answer = (request, reply) => {
      if (heard.length === 1) request.socket.destroy();
      else reply.end('second');
    };
    const asked = await door.inject({ url: '/mesa' });
    expect([asked.statusCode, asked.body, heard.length]).toEqual([200, 'second', 2]);
    expect(heard.map(({ said }) => said)).toEqual([leader, leader]);
  });

  it('is unavailable where the process is away, or does not believe the door', async () => {
    answer = (request) => request.socket.destroy();
    const away = await door.inject({ url: '/mesa' });
    expect([away.statusCode, away.headers['retry-after']]).toEqual([503, '5']);
    answer = (_, reply) => reply.writeHead(401).end();
    expect((await door.inject({ url: '/mesa' })).statusCode).toBe(503);
  });

  it('is only ever something to be read', () => {
    expect(() => Forwarding.to([{ service: 'report', module: ChangesModule, at: at(there) }], introducer)).toThrow(
      'POST /changes cannot be forwarded',
    );
    expect(heard).toEqual([]);
  });
});
