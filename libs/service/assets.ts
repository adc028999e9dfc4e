import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.js';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

interface Asset {
  readonly bytes: Buffer;
  readonly type: string;
}

/**
 * The product's own files for pages, held in memory. Their names carry a digest of their content, so a browser may keep
 * them for ever and never shows an old one.
 */
export class Assets {
  readonly #byUrlName = new Map<string, Asset>();
  readonly #urls = new Map<string, string>();

  /** Takes the files of these folders (not of folders inside them); a name is unique over all of them. */
  static from(...folders: readonly string[]): Assets {
    const assets = new Assets();
    for (const folder of folders) {
      for (const name of readdirSync(folder)) {
        if (types[extname(name)] !== undefined) assets.add(name, readFileSync(join(folder, name)));
      }
    }
    return assets;
  }

  /** @throws Error the name is taken, or its ending is not known */
  add(name: string, bytes: Buffer): void {
    const extension = extname(name);
    const type = types[extension];
    if (type === undefined || this.#urls.has(name)) throw new Error(`asset ${name}: taken, or of no known kind`);
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const urlName = `${name.slice(0, -extension.length)}.${digest}${extension}`;
    this.#byUrlName.set(urlName, { bytes, type });
    this.#urls.set(name, `/assets/${urlName}`);
  }

  /** Address of a file by its plain name: `app.css` → `/assets/app.1a2b….css`. @throws Error there is none */
  href(name: string): string {
    const url = this.#urls.get(name);
    if (url === undefined) throw new Error(`no asset ${name}`);
    return url;
  }

  serve(server: FastifyInstance): void {
    server.get<{ Params: { name: string } }>('/assets/:name', (request, reply) => {
      const asset = this.#byUrlName.get(request.params.name);
      if (asset === undefined) throw new Problem(404, 'not-found');
      return reply.header('Cache-Control', 'public, max-age=31536000, immutable').type(asset.type).send(asset.bytes);
    });
  }
}
