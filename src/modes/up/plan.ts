import { jurisdictionIds } from '../../protocol/index.js';
import type { Service } from '../services.js';
import type { Env } from '../settings.js';

/** A process that is to run: what it does, where it listens, and all that it is told. */
export interface Planned {
  readonly name: string;
  readonly services: readonly Service[];
  readonly port: number;
  readonly env: Env;
}

const broker = [
  'CHASKI_KAFKA',
  'CHASKI_KAFKA_USER',
  'CHASKI_KAFKA_PASSWORD',
  'CHASKI_KAFKA_TLS',
  'CHASKI_TOPIC',
  'CHASKI_TOPIC_GENERATION',
  'CHASKI_TOPIC_PARTITIONS',
  'CHASKI_TOPIC_REPLICAS',
];
const store = ['CHASKI_LOG', 'CHASKI_DATA'];
/** How people prove who they are: where commands are taken. The others are told who asks. */
const access = [
  'CHASKI_PUBLIC_URL',
  'CHASKI_FIRST_ADMINISTRATOR',
  'CHASKI_OIDC_ISSUER',
  'CHASKI_OIDC_AUDIENCE',
  'CHASKI_OIDC_CLIENT',
  'CHASKI_OIDC_SECRET_FILE',
  'CHASKI_OIDC_TYP',
  'CHASKI_OIDC_HOSTS',
  'CHASKI_OIDC_ACR',
];

/** What each service is told. What is not here it does not get. */
const told: Readonly<Record<Service, readonly string[]>> = {
  write: [
    ...store,
    ...access,
    'CHASKI_VAULT',
    'CHASKI_VAULT_COPY',
    'CHASKI_LEDGER',
    'CHASKI_ORIGIN',
    'CHASKI_WITNESSES',
    'CHASKI_POSTGRES',
    'CHASKI_SMTP_URL',
    'CHASKI_MAIL_FROM',
    'CHASKI_BASE_URL',
    'CHASKI_MAIL_ADDRESSES',
    'CHASKI_PROXIES',
    'CHASKI_SEAL_RECIPIENTS',
    'CHASKI_BACKUP_DAYS',
    'CHASKI_MAPPINGS',
    'CHASKI_WEBHOOK_HOSTS',
    'CHASKI_SOURCE',
    'CHASKI_DATA_LICENCE',
  ],
  relay: [...store, ...broker, 'CHASKI_KAFKA_PUBLIC', 'CHASKI_SOURCE', 'CHASKI_POSTGRES', 'CHASKI_DEMO'],
  audit: [...store, 'CHASKI_LEDGER', 'CHASKI_POSTGRES', 'CHASKI_DEMO'],
  report: [...broker, 'CHASKI_POSTGRES', 'CHASKI_VIEWS', 'CHASKI_DEMO', 'CHASKI_DATA_LICENCE'],
};

/** What every process is told: of its machine, how much is at stake, who looks on, and which days are free. */
const always = [
  'NODE_ENV',
  'CHASKI_AUTH',
  'PATH',
  'HOME',
  'TZ',
  'LANG',
  'NODE_EXTRA_CA_CERTS',
  'CHASKI_METRICS',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'OTEL_TRACES_SAMPLER',
  'OTEL_TRACES_SAMPLER_ARG',
  ...jurisdictionIds().map((country) => `CHASKI_HOLIDAYS_${country}`),
];

/**
 * The processes of a distributed set, in the order in which they start. A log on a server is shared by a process for each
 * service; one in a file is held by a single process, which then does everything that needs it.
 * @param env the settings of all of them
 * @param ports as many as there are processes, at least: four
 * @param report the database of the reports, if it is another
 */
export function planOf(env: Env, ports: readonly number[], report?: string): readonly Planned[] {
  const groups: readonly (readonly Service[])[] =
    env['CHASKI_LOG'] === 'file'
      ? [['write', 'relay', 'audit'], ['report']]
      : [['write'], ['relay'], ['audit'], ['report']];
  const placed = groups.map((services, index) => ({ services, port: ports[index] ?? 0 }));
  const urls = Object.fromEntries(
    placed.flatMap(({ services, port }) =>
      services.map((each) => [`CHASKI_${each.toUpperCase()}_URL`, `http://127.0.0.1:${port}`]),
    ),
  );
  return placed.map(({ services, port }) => {
    const names = [...always, ...services.flatMap((each) => told[each])];
    const known = names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]));
    const others = services.includes('report') && report !== undefined ? { CHASKI_POSTGRES: report } : {};
    return {
      name: services.join('+'),
      services,
      port,
      env: { ...Object.fromEntries(known), ...urls, ...others, HOST: '127.0.0.1', PORT: String(port) },
    };
  });
}
