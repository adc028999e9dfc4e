import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { type Console, run, terminal, WrongUse } from '../../cli/console.js';
import type { Env } from '../settings.js';
import { storeFrom } from '../store.js';
import { planOf } from './plan.js';
import { line, Running } from './running.js';

const usage = `Uso: npm run up -- --log LOG --kafka HOST:PUERTO --postgres URL [opciones]
  --log kurrentdb://…|file    el registro: un servidor, o un archivo en CHASKI_DATA
  --kafka HOST:PUERTO,…       los brókers
  --postgres URL              la base de las vistas
  --report-postgres URL       la base de los informes, si es otra
  --port N                    primer puerto de cuatro (3000); 0 toma puertos libres
Lo demás se toma del entorno (CHASKI_DATA, CHASKI_VAULT, CHASKI_TOPIC…).`;

interface Settings {
  readonly env: Env;
  readonly firstPort: number;
  readonly report: string | undefined;
}

/** @throws WrongUse */
function settingsFrom(args: readonly string[], env: Env): Settings {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { log: text, kafka: text, postgres: text, 'report-postgres': text, port: { ...text, default: '3000' } },
  });
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port) || port > 65_532) throw new WrongUse('--port debe ser un número de 0 a 65532.');
  const given = { CHASKI_LOG: values.log, CHASKI_KAFKA: values.kafka, CHASKI_POSTGRES: values.postgres };
  const asked = Object.entries(given).filter(([, value]) => value !== undefined);
  const all: Env = { CHASKI_DEMO: isDemo(env) ? 'yes' : 'no', ...env, ...Object.fromEntries(asked) };
  const missing = Object.keys(given).find((name) => !all[name]);
  if (missing !== undefined) throw new WrongUse(`Falta --${missing.replace('CHASKI_', '').toLowerCase()}.`);
  return { env: all, firstPort: port, report: values['report-postgres'] };
}

const isDemo = (env: Env): boolean => existsSync(storeFrom(env).demoMarker);

/**
 * Starts the distributed set as processes of this machine, says where they listen, keeps them running, and stops them all
 * when it is told to.
 * @returns the exit code: 0 when it was stopped, 1 with the reason when one of them could not start
 */
export function main(args: readonly string[], env: Env, console: Console = terminal): Promise<number> {
  return run(console, usage, async () => {
    const { env: settings, firstPort, report } = settingsFrom(args, env);
    const running: Running[] = [];
    const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    let isStopped = false;
    void stopped.then(() => (isStopped = true));
    try {
      for (const planned of planOf(settings, await portsFrom(firstPort), report)) {
        const started = new Running(planned, console);
        running.push(started);
        await Promise.race([started.ready(), stopped]);
        if (isStopped) return;
        console.out(line(started));
      }
      for (const each of running) each.keep();
      console.out('Todo listo (termina con Ctrl-C).');
      await stopped;
    } finally {
      // Readers first: what they read from goes last.
      for (const each of running.reverse()) await each.stop();
    }
  });
}

const most = 4;

/** Ports in a row; or, from 0, whichever are free. */
async function portsFrom(first: number): Promise<readonly number[]> {
  if (first > 0) return Array.from({ length: most }, (_, index) => first + index);
  const probes = Array.from({ length: most }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(probes.map((probe) => once(probe, 'listening')));
  const ports = probes.map((probe) => {
    const address = probe.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all(probes.map((probe) => once(probe.close(), 'close')));
  return ports;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env);
