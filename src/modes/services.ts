import { parseArgs } from 'node:util';
import { type Env, Misconfigured } from './settings.js';

/** What a process of the distributed mode may do. */
export const services = ['write', 'relay', 'audit', 'report'] as const;
export type Service = (typeof services)[number];

/**
 * What `--services` asks for; undefined without it: everything in one process, embedded.
 * @throws Misconfigured no such service, or `report` together with one that holds the log
 */
export function servicesFrom(args: readonly string[]): readonly Service[] | undefined {
  const { values } = parseArgs({ args: [...args], options: { services: { type: 'string' } } });
  if (values.services === undefined) return undefined;
  const asked = [...new Set(values.services.split(',').map((each) => each.trim()))];
  const known = services.filter((each) => asked.includes(each));
  if (known.length < asked.length || known.length === 0) {
    throw new Misconfigured(`--services admite ${services.join(', ')}, separados por comas.`);
  }
  if (known.includes('report') && known.length > 1) {
    throw new Misconfigured('report va en un proceso propio: quien hace informes no tiene el registro ni las llaves.');
  }
  return known;
}

/** Where the log or the keys are. Whoever has one of these can reach them. */
const ofTheLog = ['CHASKI_LOG', 'CHASKI_DATA'] as const;
const ofTheVault = ['CHASKI_VAULT', 'CHASKI_VAULT_COPY'] as const;
const logAddress = /^(kurrentdb|kurrent|kdb|esdb)(\+discover)?:\/\//;

/**
 * A process is not given the way to what it does not use: `report` neither to the log nor to the keys, the others that
 * take no commands not to the keys.
 * @throws Misconfigured names the variable, never its value
 */
export function assertNotGiven(env: Env, asked: readonly Service[]): void {
  const forbidden = [
    ...(asked.includes('report') ? ofTheLog : []),
    ...(asked.includes('write') ? [] : ofTheVault),
  ] as readonly string[];
  const isForbidden = ([name, value = '']: [string, string | undefined]): boolean =>
    value !== '' && (forbidden.includes(name) || (asked.includes('report') && logAddress.test(value)));
  const found = Object.entries(env).find(isForbidden);
  if (found !== undefined) {
    throw new Misconfigured(`${found[0]} no debe llegar a un proceso que solo hace ${asked.join(', ')}. Quítela.`);
  }
}
