import { serve } from '#service';
import { AppModule } from './app.module.js';
import { openEmbedded, StoreLocked } from './modes/embedded.js';
import { noticesFrom, NoticesMisconfigured } from './modes/notices.js';
import { assertNotRestoring, StoreMisplaced, storeFrom } from './modes/store.js';
import { software } from './software.js';

/**
 * The server. Environment: `CHASKI_DATA`, `CHASKI_VAULT`, `CHASKI_VAULT_COPY` (folders), `HOST` (a loopback address,
 * default 127.0.0.1), `PORT` (default 3000; 0 takes a free one); for e-mail see `modes/notices.ts`.
 */
async function main(env: NodeJS.ProcessEnv): Promise<void> {
  const host = hostOf(env['HOST'] || '127.0.0.1');
  const port = portOf(env['PORT'] || '3000');
  const paths = storeFrom(env);
  assertNotRestoring(paths);
  const platform = await openEmbedded({ paths });
  const [title = 'chaski', version = ''] = software.split(' ');
  const app = AppModule.on(platform, { notices: await noticesFrom(env, paths.notices) });
  try {
    await serve(app, { host, port, api: { title, version } });
  } catch (error) {
    await platform.close();
    throw error;
  }
}

/** @throws NotStarted not an address of this machine's own */
function hostOf(text: string): string {
  if (!/^(localhost|::1|127(\.\d{1,3}){3})$/.test(text)) {
    throw new NotStarted(
      'HOST debe ser una dirección de esta misma máquina, como 127.0.0.1: aún no hay control de acceso.',
    );
  }
  return text;
}

/** @throws NotStarted not a port */
function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new NotStarted('PORT debe ser un número de 0 a 65535.');
  return port;
}

class NotStarted extends Error {}

/** What the person who starts the server is told. */
function reasonOf(error: unknown): string {
  if (error instanceof NotStarted) return error.message;
  if (error instanceof StoreLocked) {
    return `El almacén ${error.path} está en uso por otro proceso. Solo uno a la vez puede escribir en él: detenga el otro, o use otra carpeta en CHASKI_DATA.`;
  }
  if (error instanceof StoreMisplaced) return misplaced(error);
  if (error instanceof NoticesMisconfigured) return `Para avisar por correo falta ${error.missing}.`;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'El puerto ya está en uso. Elija otro en PORT.';
  }
  return error instanceof Error ? `No se pudo iniciar: ${error.message}` : 'No se pudo iniciar.';
}

function misplaced({ reason, path }: StoreMisplaced): string {
  switch (reason) {
    case 'vault-in-data':
    case 'data-in-vault':
      return `Las llaves y el registro no pueden estar juntos: ${path}. Separe CHASKI_DATA y CHASKI_VAULT.`;
    case 'same-vault':
      return `Las dos copias de las llaves están en un mismo lugar: ${path}. Separe CHASKI_VAULT y CHASKI_VAULT_COPY.`;
    case 'half-restored':
      return `En ${path} hay una restauración sin terminar. Termínela antes de iniciar.`;
  }
}

try {
  await main(process.env);
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  // What was started before it failed must not keep the process alive.
  process.exit(1);
}
