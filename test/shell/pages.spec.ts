import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiOf, type Api } from './operations.js';
import { type Shell, shell } from './support.js';

/** What nobody may put into an address: it stays in histories, in proxies and in their logs. */
const personal =
  /nombre|apellido|name$|dni|documento|document|telefono|phone|celular|correo|email|direccion|address|birth|nacimiento|narra|note$|motivo|relato/i;

const root = join(import.meta.dirname, '../..');

describe('What a browser is sent', () => {
  let here: Shell;
  let api: Api;
  beforeAll(async () => {
    here = await shell('error', { publicUrl: 'https://chaski.example' });
    api = apiOf(here.app);
  }, 120_000);
  afterAll(() => here.close());

  const get = (url: string, actor: string) =>
    here.app.inject({ url, headers: { 'x-actor': actor, accept: 'text/html' } });

  /** Every page that can be reached by an address without parameters, or with the ids of what is here. */
  const pages = async () => {
    const found: { url: string; html: string; headers: Record<string, unknown> }[] = [];
    const [id = '', , referral = '', organization = '', board = ''] = here.ids;
    const known = (path: string): string => (path.startsWith('/derivaciones') ? referral : id);
    for (const { method, path } of api.operations) {
      if (method !== 'GET' || path.startsWith('/api') || path.startsWith('/fhir')) continue;
      const url = path
        .replace('{board}', board)
        .replace('{month}', '2026-02')
        .replace('{kind}', 'case')
        .replace('{organization}', organization)
        .replace(/\{\w+\}|\*/g, known(path));
      for (const actor of ['counter', 'leader', 'auditor', 'officer', 'admin']) {
        const { statusCode, payload, headers } = await get(url, actor);
        if (statusCode === 200 && String(headers['content-type']).startsWith('text/html')) {
          found.push({ url, html: payload, headers });
          break;
        }
      }
    }
    return found;
  };

  it('has no script and no style of its own in any page, and loads nothing from elsewhere', async () => {
    const all = await pages();
    expect(all.length).toBeGreaterThan(20);
    for (const { url, html } of all) {
      const scripts = [...html.matchAll(/<script\b([^>]*)>([^<]*)/gi)].map(([, given = '', inside = '']) => [
        given,
        inside,
      ]);
      expect([url, scripts.filter(([given, inside]) => inside !== '' || !/src="\/assets\//.test(given ?? ''))]).toEqual(
        [url, []],
      );
      expect([url, html.match(/\son[a-z]+\s*=|javascript:|<style|\sstyle=|<iframe|<object|<base\b/gi)]).toEqual([
        url,
        null,
      ]);
      expect([url, html.match(/(src|action|href)="(https?:)?\/\/(?!chaski\.example)[^"]*"/gi)]).toEqual([url, null]);
    }
  }, 120_000);

  it('has no field for personal data in a form that ends up in an address', async () => {
    const fields = (await pages()).flatMap(({ url, html }) =>
      [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)]
        .filter(([, given = '']) => !/method="post"/i.test(given))
        .flatMap(([, , inside = '']) =>
          [...inside.matchAll(/\bname="([^"]+)"/g)].map(([, name = '']) => ({ url, name })),
        ),
    );
    expect(fields.length).toBeGreaterThan(3);
    expect(fields.filter(({ name }) => personal.test(name))).toEqual([]);
  }, 120_000);

  it('and no route takes personal data in its address', () => {
    const inAddress = api.operations.flatMap(({ method, path, query }) =>
      [...query, ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)].map(
        (name) => `${method} ${path} ${name}`,
      ),
    );
    expect(inAddress.length).toBeGreaterThan(200);
    expect(inAddress.filter((each) => personal.test(each.split(' ')[2] ?? ''))).toEqual([]);
  });

  it('is not kept, framed, guessed at or told on, whatever is asked', async () => {
    for (const { method, path } of api.operations) {
      const url = path.replace(/\{\w+\}|\*/g, 'x');
      const { headers } = await here.app.inject({ method: method as 'GET', url, headers: { 'x-actor': 'counter' } });
      expect([url, headers]).toEqual([
        url,
        expect.objectContaining({
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
          'cross-origin-opener-policy': 'same-origin',
          'x-frame-options': 'DENY',
          'strict-transport-security': 'max-age=31536000',
          'content-security-policy': expect.stringMatching(/^default-src 'none'; script-src 'self'; style-src 'self';/),
        }),
      ]);
    }
    const css = (await get('/', 'counter')).payload.match(/\/assets\/[^"]+\.css/)?.[0] ?? '';
    expect((await get(css, 'counter')).headers['cache-control']).toContain('immutable');
  }, 120_000);

  it('is nothing, to a method that no route lists', async () => {
    for (const { path } of api.operations) {
      const listed = api.operations.filter((each) => each.path === path).map(({ method }) => method);
      const url = path.replace(/\{\w+\}|\*/g, 'x');
      for (const method of ['PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'] as const) {
        if (listed.includes(method)) continue;
        const { statusCode } = await here.app.inject({
          method: method as 'PUT',
          url,
          headers: { 'x-actor': 'leader' },
        });
        expect([method, url, [404, 405].includes(statusCode) ? 'refused' : statusCode]).toEqual([
          method,
          url,
          'refused',
        ]);
      }
    }
  }, 120_000);
});

describe('Secrets', () => {
  it('are read from files and the environment, never from the words a process is started with', () => {
    const files = ['src', 'libs'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.spec.'))
        .map((entry) => join(entry.parentPath, entry.name)),
    );
    const reading = files.filter((file) => /process\.argv|parseArgs/.test(readFileSync(file, 'utf8')));
    expect(reading.length).toBeGreaterThan(5);
    // What they take from there, by name: options, and what is looked up in values.
    const named = reading.flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(/'?([\w-]+)'?: \{ type: '(?:string|boolean)'|values(?:\.|\[')([\w-]+)/g),
      ].map(([, option, value]) => option ?? value ?? ''),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => /secret|password|passphrase|token|clave/i.test(name))).toEqual([]);
  });
});
