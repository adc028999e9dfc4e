import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { memoryLog } from '#event-log/memory';
import { Body, Controller, Get, HttpCode, Inject, Module, Post, Req, Res } from '@nestjs/common';
import { IsArray, IsInt, IsOptional, IsString } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  actorCodes,
  Assets,
  CommandMeta,
  describeApi,
  html,
  languageOf,
  type Meta,
  projectionsIndicator,
  Public,
  serve,
  ServiceLog,
  ServiceModule,
  type ServicePorts,
  Stopping,
} from '../index.js';
import { sampleApp } from './sample.js';

class Order {
  @IsString()
  item: string;

  @IsInt()
  count: number;

  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  notes?: string[];
}

const order: string[] = [];

@Controller('pages')
class Pages {
  constructor(@Inject(Stopping) private readonly stopping: Stopping) {}

  @Public()
  @Get()
  page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const lang = languageOf(request);
    html(reply, <html lang={lang}>{'<script>'}</html>, { lang });
  }

  @Post()
  @HttpCode(200)
  post(@Body() body: Order, @CommandMeta() meta: Meta): object {
    return { body: { ...body }, ifRevision: meta.ifRevision, keyed: meta.fingerprint !== undefined };
  }

  @Public()
  @Get('slow')
  async slow(): Promise<string> {
    order.push('asked');
    await pause(100);
    order.push(this.stopping.signal.aborted ? 'answered too late' : 'answered');
    return 'done';
  }
}

const ports: ServicePorts = {
  mac: async (_, text) => text,
  authenticator: actorCodes({ find: (code) => ({ code, institution: 'i', role: 'r' }) }),
};

@Module({
  imports: [ServiceModule.register({ useFactory: () => ports })],
  controllers: [Pages],
})
class PagesModule {}

const quiet = () => new ServiceLog('info', { write: () => undefined });

describe('A running service', () => {
  it('listens on loopback addresses only', async () => {
    await expect(serve(PagesModule, { host: '0.0.0.0', port: 0 })).rejects.toThrow('loopback');
  });

  it('finishes what it was asked, then ends its runners, then closes what they used', async () => {
    const { app, url, stop, stopped } = await serve(PagesModule, { host: '127.0.0.1', port: 0, log: quiet() });
    const stopping = app.get(Stopping);
    const log = memoryLog();
    stopping.closes('log', () => {
      order.push('log closed');
      return log.close();
    });
    stopping.run('follower', async (signal) => {
      for await (const page of log.follow(undefined, signal)) order.push(`saw ${page.events.length}`);
      order.push('follower ended');
    });
    const slow = fetch(`${url}/pages/slow`);
    const idle = connect(Number(new URL(url).port), '127.0.0.1');
    idle.on('error', () => undefined);
    while (!order.includes('asked')) await pause(5);
    await Promise.all([stop(), stop()]);
    expect(await (await slow).text()).toBe('done');
    await stopped;
    expect(order.filter((entry) => !entry.startsWith('saw'))).toEqual([
      'asked',
      'answered',
      'follower ended',
      'log closed',
    ]);
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
    idle.destroy();
  });

  it('stops on SIGTERM', async () => {
    const { stopped } = await serve(PagesModule, { host: '127.0.0.1', port: 0, log: quiet() });
    process.emit('SIGTERM');
    await stopped;
    expect(process.listenerCount('SIGTERM')).toBe(0);
  });

  it('says so when something would not close', async () => {
    const { app, stop } = await serve(PagesModule, { host: '127.0.0.1', port: 0, log: quiet() });
    app.get(Stopping).closes('disk', () => Promise.reject(new Error('full')));
    await expect(stop()).rejects.toThrow('did not stop cleanly: disk');
  });
});

describe('Pages', () => {
  it('takes a form: text as numbers, empty fields as none, hidden fields as headers', async () => {
    const { app } = await servedApp();
    const payload = 'item=caf%C3%A9+x&count=2&notes=&notes=a&_key=form-key-1&_revision=8';
    const headers = { 'content-type': 'application/x-www-form-urlencoded', cookie: 'actor=w-1' };
    const sent = await app.inject({ method: 'POST', url: '/pages', headers, payload });
    expect(sent.json()).toEqual({ body: { item: 'café x', count: 2, notes: ['a'] }, ifRevision: 8, keyed: true });
    const wrong = await app.inject({ method: 'POST', url: '/pages', headers, payload: 'item=a&count=two' });
    expect(wrong.json().errors).toEqual([expect.objectContaining({ pointer: '/count', code: 'type/integer' })]);
    const many = await app.inject({ method: 'POST', url: '/pages', headers, payload: 'a=1&'.repeat(501) });
    expect(many.statusCode).toBe(413);
    await app.close();
  });

  it('are escaped, carry their language and load only named files, kept for ever', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'assets-'));
    writeFileSync(join(folder, 'app.css'), 'body{}');
    const assets = Assets.from(folder);
    rmSync(folder, { recursive: true });
    const { app } = await servedApp({ assets });
    const page = await app.inject({ url: '/pages', headers: { 'accept-language': 'en' } });
    expect(page.payload).toBe('<!doctype html>\n<html lang="en">&lt;script></html>');
    expect(page.headers).toMatchObject({ 'content-language': 'en', 'cache-control': 'no-store' });
    expect(assets.href('app.css')).toMatch(/^\/assets\/app\.[0-9a-f]{12}\.css$/);
    const file = await app.inject({ url: assets.href('app.css') });
    expect([file.payload, file.headers['content-type']]).toEqual(['body{}', 'text/css; charset=utf-8']);
    expect(file.headers['cache-control']).toContain('immutable');
    expect((await app.inject({ url: '/assets/app.css' })).statusCode).toBe(404);
    expect(() => assets.href('other.css')).toThrow('other.css');
    await app.close();
  });

  it('are shown when something goes wrong, by the renderer of the product', async () => {
    const { app } = await servedApp({}, { errorPage: ({ code, lang }) => <html lang={lang}>{`own ${code}`}</html> });
    const sent = await app.inject({ url: '/none', headers: { accept: 'text/html', cookie: 'lang=en' } });
    expect([sent.statusCode, sent.payload]).toEqual([404, '<!doctype html>\n<html lang="en">own not-found</html>']);
    await app.close();
  });

  it('are shown even when the renderer of the product is what goes wrong', async () => {
    const { app } = await servedApp(
      {},
      {
        errorPage: () => {
          throw new Error('broken');
        },
      },
    );
    const sent = await app.inject({ url: '/none', headers: { accept: 'text/html' } });
    expect([sent.statusCode, sent.payload]).toEqual([404, expect.stringContaining('<h1>No existe</h1>')]);
    await app.close();
  });
});

async function servedApp(options = {}, more: Partial<ServicePorts> = {}) {
  @Module({ imports: [ServiceModule.register({ ...ports, ...more })], controllers: [Pages] })
  class SomeModule {}
  const { createService } = await import('../index.js');
  return { app: await createService(SomeModule, { log: quiet(), ...options }) };
}

describe('Health', () => {
  it('names what stopped and why, and is not ready without what it needs', async () => {
    let log = true;
    const stop = {
      projection: 'boxes@1',
      position: '0042' as never,
      eventId: 'e',
      type: 'Opened',
      reason: 'TypeError at boxes.ts:3',
    };
    const { app } = await sampleApp({
      indicators: [
        projectionsIndicator({ projections: new Map([['boxes@1', { state: 'stopped' as const, ...stop }]]) }),
        {
          name: 'log',
          check: () => {
            if (!log) throw new Error('CANARY');
            return [{ name: 'log', ok: true }];
          },
        },
      ],
    });
    const ready = async () => {
      const sent = await app.inject({ url: '/health/ready' });
      return [sent.statusCode, sent.json()] as const;
    };
    const boxes = { name: 'boxes@1', ok: false, dispensable: true, why: stop.reason, position: '0042' };
    expect(await ready()).toEqual([200, { status: 'degraded', checks: [boxes, { name: 'log', ok: true }] }]);
    log = false;
    expect(await ready()).toEqual([
      503,
      {
        ...{ type: '/problemas/unavailable', title: 'not ready', status: 503, code: 'unavailable' },
        checks: [boxes, { name: 'log', ok: false, why: 'Error' }],
      },
    ]);
    log = true;
    app.get(Stopping).run('relay', () => Promise.reject(new RangeError('CANARY')));
    await pause(5);
    const [status, body] = await ready();
    expect([status, body.checks[0]]).toEqual([503, { name: 'relay', ok: false, why: 'RangeError' }]);
    await app.close();
  });
});

describe('The OpenAPI document', () => {
  it('describes requests by the schemas they are checked with', async () => {
    const { app } = await sampleApp();
    const sent = await app.inject({ url: '/api/openapi.json' });
    const document = sent.json();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/api/boxes', '/api/boxes/{id}']));
    expect(Object.keys(document.paths).filter((path) => !path.startsWith('/api/'))).toEqual([]);
    const { post, get } = document.paths['/api/boxes'];
    expect(post.requestBody.content['application/json'].schema).toEqual({ $ref: '#/components/schemas/OpenBox' });
    expect(document.components.schemas.OpenBox.properties.size).toEqual({ type: 'integer', minimum: 1, maximum: 9 });
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(['Place', 'BoxView', 'Problem']));
    const names = (operation: { parameters: { name: string }[] }) => operation.parameters.map(({ name }) => name);
    expect(names(post)).toEqual(['Idempotency-Key', 'If-Match']);
    expect(names(get).sort()).toEqual(['Consistent-With', 'after', 'colour', 'limit']);
    expect(names(document.paths['/api/boxes/{id}'].delete)).toEqual(['id', 'Idempotency-Key', 'If-Match']);
    expect(post.responses.default).toEqual({ $ref: '#/components/responses/Problem' });
    expect(Object.keys(post.responses['201'].headers)).toEqual(['ETag', 'Log-Position', 'Idempotent-Replayed']);
    expect(get.responses['200'].content['application/json'].schema.items).toEqual({
      $ref: '#/components/schemas/BoxView',
    });
    for (const [, name] of sent.payload.matchAll(/#\/components\/schemas\/(\w+)/g)) {
      expect(document.components.schemas).toHaveProperty(name ?? '');
    }
    expect(describeApi(app, { title: 'Sample', version: '1.0.0' })).toEqual(document);
    await app.close();
  });

  it('is shown by Swagger UI from files of our own', async () => {
    const { app } = await sampleApp();
    const page = await app.inject({ url: '/api/docs' });
    expect(page.statusCode).toBe(200);
    expect(page.payload).not.toMatch(/(src|href)=['"]https?:/);
    expect(page.payload).not.toMatch(/<script>[^<]/);
    for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'swagger-ui-init.js']) {
      expect((await app.inject({ url: `/api/docs/${file}` })).statusCode).toBe(200);
    }
    await app.close();
  });
});

describe('A body that nothing would check', () => {
  it('keeps the service from starting', async () => {
    @Controller('bad')
    class Bad {
      @Post()
      post(@Body() body: object): object {
        return body;
      }
    }
    @Module({ imports: [ServiceModule.register(ports)], controllers: [Bad] })
    class BadModule {}
    await expect(serve(BadModule, { host: '127.0.0.1', port: 0, log: quiet() })).rejects.toThrow('Bad.post: its body');
  });
});
