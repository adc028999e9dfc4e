import pg from 'pg';

/** A broker of these suites alone: the one people start, and that of the adapter's suites, run on. */
export const brokerPort = 19292;
export const brokerAddress = `127.0.0.1:${brokerPort}`;
export const guardedAddress = `127.0.0.1:${brokerPort + 1}`;

/** A URL of a server that listens in a folder. */
export const urlOf = ({ host, user, password, database }: pg.ClientConfig): string =>
  `postgres://${user}:${String(password)}@/${database}?host=${host}`;

/** The server that `run.ts` started, as its administrator. */
export function serverUrl(): string {
  const url = process.env['POSTGRES_URL'];
  if (!url) throw new Error('run by npm run test:distributed');
  return url;
}

/** A database that nobody used before: its URL. */
export async function newDatabase(name: string): Promise<string> {
  const client = new pg.Client(serverUrl());
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name} ENCODING 'UTF8'`);
  } finally {
    await client.end();
  }
  return serverUrl().replace('/postgres?', `/${name}?`);
}
