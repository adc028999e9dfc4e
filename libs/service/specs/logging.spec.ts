import { Logger } from '@nestjs/common';
import { errorFields, ServiceLog } from '../index.js';
import { sampleApp } from './sample.js';

const canary = 'CANARY';

describe('The log', () => {
  it('never holds a body, a query, a path, a header or the message of an error', async () => {
    const { app, text, lines } = await sampleApp();
    const good = {
      'x-actor': 'w-1',
      'user-agent': canary,
      'accept-language': canary,
      cookie: `other=${canary}`,
      'x-correlation-id': canary,
      'idempotency-key': `${canary}-0001`,
    };
    const headers = { ...good, 'if-match': canary, 'consistent-with': canary };
    const post = (payload: object, other: object = good) =>
      app.inject({ method: 'POST', url: `/api/boxes?q=${canary}`, headers: { ...other }, payload });
    await post({ label: canary, size: 3 });
    await post({ label: canary, size: 4 });
    await post({ label: canary, size: canary, [canary]: canary });
    await post({ label: canary, size: 3 }, headers);
    await app.inject({
      method: 'POST',
      url: '/api/boxes',
      headers: { ...good, 'content-type': 'application/json' },
      payload: `{"${canary}`,
    });
    await app.inject({
      method: 'POST',
      url: '/api/boxes',
      headers: { ...good, 'content-type': `text/${canary}` },
      payload: canary,
    });
    for (const url of [
      `/${canary}`,
      `/api/boxes/broken/${canary}`,
      '/api/boxes/broken/log',
      `/api/boxes?colour=${canary}`,
      `/api/boxes/%E0%A4%A${canary}`,
    ]) {
      await app.inject({ url, headers });
      await app.inject({ url, headers: good });
    }
    await app.inject({ url: '/api/boxes', headers: { 'x-actor': canary.repeat(20) } });
    await app.close();

    expect(lines().filter(({ msg }) => msg === 'served').length).toBeGreaterThan(10);
    // Broken twice, without a log twice, not caught up once.
    expect(lines().filter(({ msg }) => msg === 'failed').length).toBe(5);
    expect(text.filter((line) => line.includes(canary) || line.includes('SECRET'))).toEqual([]);
  });

  it('tells of a request its route, not its address, and who made it', async () => {
    const { app, lines } = await sampleApp();
    await app.inject({ url: '/api/boxes/me?x=1', headers: { 'x-actor': 'w-7' } });
    await app.close();
    const served = lines().find(({ msg }) => msg === 'served');
    expect(served).toMatchObject({ method: 'GET', route: '/api/boxes/me', status: 200, actor: 'w-7' });
    expect(Object.keys(served ?? {}).sort()).toEqual(
      ['actor', 'durationMs', 'level', 'method', 'msg', 'request', 'route', 'status', 'time'].sort(),
    );
  });

  it('drops fields that are not on its list, and values that do not look like codes', () => {
    const text: string[] = [];
    const log = new ServiceLog('info', { write: (line: string) => void text.push(line) });
    const fields = { code: 'box/opened', name: `${canary} with words`, body: canary } as object;
    log.write('info', 'done', fields);
    Logger.overrideLogger(log);
    new Logger(canary.toLowerCase()).error(`cannot save ${canary}`, `stack ${canary}`);
    new Logger('Some').warn({ canary }, canary);
    log.error(new Error(canary), canary, 'Some');
    expect(text).toHaveLength(4);
    expect(JSON.parse(text[0] ?? '')).toMatchObject({ msg: 'done', code: 'box/opened', name: '?' });
    expect(text.join('').replaceAll(/"(name|context)":"\w*"/g, '')).not.toContain(canary);
  });

  it('keeps the place of an error even when its message looks like one', () => {
    const { error, frames = [] } = errorFields(new RangeError(`x\n    at ${canary} (${canary}.ts:1:2)`));
    expect(error).toBe('RangeError');
    expect(frames[0]).toMatch(/^libs\/service\/specs\/logging\.spec\.ts:\d+:\d+$/);
    expect(frames.join()).not.toContain(canary);
  });
});
