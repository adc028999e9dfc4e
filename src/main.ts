import type { DynamicModule } from '@nestjs/common';
import { serve } from '#service';
import { type AccessSettings, accessFrom, apartFrom, type ApartSettings } from './modes/access-settings.js';
import { adoptHolidays } from './modes/holidays.js';
import { noticesFrom, NoticesMisconfigured } from './modes/notices.js';
import { assertNotGiven, servicesFrom } from './modes/services.js';
import { ledgerFrom, Misconfigured } from './modes/settings.js';
import { assertNotRestoring, StoreMisplaced, storeFrom } from './modes/store.js';
import { type Looking, lookingFrom } from './observe/looking.js';
import { proxiesFrom } from './proxies.js';
import { software } from './software.js';

/**
 * The server. Without `--services`, everything in one process on files; with it, the part of the distributed mode it
 * names (`modes/services.ts`). Each mode is loaded when it is asked for, so a process holds nothing of the others.
 *
 * Environment: `HOST` (default 127.0.0.1; beyond this machine only with `CHASKI_AUTH=oidc`, `modes/access-settings.ts`),
 * `PORT` (default 3000; 0 takes a free one), `CHASKI_PROXIES` (what stands before it). Where commands are taken,
 * `CHASKI_DATA`, `CHASKI_VAULT`, `CHASKI_VAULT_COPY` (folders); for e-mail see `modes/notices.ts`, for the distributed mode
 * `modes/settings.ts`, for metrics and traces `observe/looking.ts`.
 */
async function main(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const port = portOf(env['PORT'] || '3000');
  const [title = 'chaski', version = ''] = software.split(' ');
  const proxies = proxiesFrom(env);
  adoptHolidays(env);
  const looking = lookingFrom(env);
  const { module, access } = await opened(args, env, { looking, port });
  const { host, publicUrl } = access;
  const known = publicUrl === undefined ? {} : { publicUrl };
  await serve(module, { host, port, ...known, proxies, api: { title, version }, traces: looking.tracing?.traces });
}

interface Opening {
  readonly looking: Looking;
  readonly port: number;
}

interface Opened {
  readonly module: DynamicModule;
  readonly access: AccessSettings | ApartSettings;
}

async function opened(args: readonly string[], env: NodeJS.ProcessEnv, { looking, port }: Opening): Promise<Opened> {
  const asked = servicesFrom(args);
  if (asked !== undefined) assertNotGiven(env, asked);
  if (asked === undefined || asked.includes('write')) {
    const access = accessFrom(env);
    const opening = { looking, access, port };
    if (asked === undefined) return { access, module: await embedded(env, opening) };
    const { writeProcess } = await import('./modes/distributed.js');
    return { access, module: await writeProcess(env, asked, looking, opening) };
  }
  const access = apartFrom(env);
  const module = asked.includes('report')
    ? await (await import('./modes/report.js')).reportsFromFacts(env, looking, access)
    : await (await import('./modes/distributed.js')).distributedProcess(env, asked, looking, access);
  return { access, module };
}

async function embedded(
  env: NodeJS.ProcessEnv,
  { looking, access, port }: Opening & { readonly access: AccessSettings },
): Promise<DynamicModule> {
  const [{ openEmbedded }, { AppModule }, { openAccess }] = await Promise.all([
    import('./modes/embedded.js'),
    import('./app.module.js'),
    import('./modes/access.js'),
  ]);
  const paths = storeFrom(env);
  assertNotRestoring(paths);
  const platform = await openEmbedded({ paths, ledger: ledgerFrom(env) });
  const { people, close } = await openAccess(access, port, paths, platform);
  return AppModule.on(platform, {
    ...{ notices: await noticesFrom(env, paths.notices), looking, people },
    closers: { 'identity provider': close },
  });
}

/** @throws Misconfigured not a port */
function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new Misconfigured('PORT debe ser un número de 0 a 65535.');
  return port;
}

/** What the person who starts the server is told. */
function reasonOf(error: unknown): string {
  if (error instanceof Misconfigured) return error.message;
  if (error instanceof StoreMisplaced) return misplaced(error);
  if (error instanceof NoticesMisconfigured) return `Para avisar por correo falta ${error.missing}.`;
  if (!(error instanceof Error)) return 'No se pudo iniciar.';
  // By its name: the class is an adapter's, which is not loaded here.
  if (error.name === 'StoreLocked' && 'path' in error) {
    return `El almacén ${String(error.path)} está en uso por otro proceso. Solo uno a la vez puede escribir en él: detenga el otro, o use otra carpeta en CHASKI_DATA.`;
  }
  if ('code' in error && error.code === 'EADDRINUSE') return 'El puerto ya está en uso. Elija otro en PORT.';
  return `No se pudo iniciar: ${error.message}`;
}

function misplaced({ reason, path }: StoreMisplaced): string {
  switch (reason) {
    case 'vault-in-data':
    case 'data-in-vault':
      return `Las llaves y el registro no pueden estar juntos: ${path}. Separe CHASKI_DATA y CHASKI_VAULT.`;
    case 'ledger-in-data':
      return `El libro de comprobación no puede estar con el registro: ${path}. Separe CHASKI_LEDGER de CHASKI_DATA.`;
    case 'same-vault':
      return `Las dos copias de las llaves están en un mismo lugar: ${path}. Separe CHASKI_VAULT y CHASKI_VAULT_COPY.`;
    case 'half-restored':
      return `En ${path} hay una restauración sin terminar. Termínela antes de iniciar.`;
  }
}

try {
  await main(process.argv.slice(2), process.env);
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  // What was started before it failed must not keep the process alive.
  process.exit(1);
}
