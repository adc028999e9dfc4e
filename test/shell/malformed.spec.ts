import { Agent, request } from 'node:http';
import fc from 'fast-check';
import { note } from '../prove/figures.js';
import { apiOf } from './operations.js';
import { malformed, type Sent, wrongWith } from './requests.js';
import { type Shell, shell } from './support.js';

/** Requests in process, and over a socket. `CHASKI_MALFORMED` asks for more. */
const inProcess = Number(process.env['CHASKI_MALFORMED'] ?? 1_500);
const overSocket = 300;
const seed = 20_260_309;

describe('A server that is sent nonsense', () => {
  let here: Shell;
  let requests: readonly Sent[];
  beforeAll(async () => {
    here = await shell('warn');
    requests = fc.sample(malformed(apiOf(here.app), here.ids), { numRuns: inProcess + overSocket, seed });
  }, 120_000);
  afterAll(() => here.close());

  it('answers with a small problem every time, never with a mistake of its own, and keeps no memory of it', async () => {
    const wrong: object[] = [];
    const statuses: Record<string, number> = {};
    const began = performance.now();
    let rss = 0;
    for (const [index, sent] of requests.slice(0, inProcess).entries()) {
      // By then everything that is made once is made.
      if (index === Math.min(1_000, inProcess / 2)) rss = process.memoryUsage().rss;
      const logged = here.lines.length;
      const answer = await here.app.inject({ ...sent, method: sent.method as 'GET' });
      statuses[answer.statusCode] = (statuses[answer.statusCode] ?? 0) + 1;
      const how = wrongWith(sent, answer.statusCode, String(answer.headers['content-type'] ?? ''), answer.payload);
      if (how !== undefined) wrong.push({ how, ...short(sent), log: here.lines.slice(logged) });
    }
    const grown = Math.round((process.memoryUsage().rss - rss) / 2 ** 20);
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    note('malformed', { requests: inProcess, wrong: wrong.length, rssGrowthMiB: grown, seconds, statuses });
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(grown).toBeLessThan(300);
    // Nonsense that everything refuses at the door would prove little.
    expect(statuses['200'] ?? 0).toBeGreaterThan(inProcess / 100);
    expect(Object.keys(statuses).length).toBeGreaterThan(8);
  }, 3_600_000);

  it('does so over a real connection, too', async () => {
    await here.app.listen(0, '127.0.0.1');
    const port = Number(new URL(await here.app.getUrl()).port);
    const agent = new Agent({ keepAlive: true, maxSockets: 4 });
    const wrong: object[] = [];
    for (const sent of requests.slice(inProcess)) {
      const how = await over(port, agent, sent);
      if (how !== undefined) wrong.push({ how, ...short(sent) });
    }
    agent.destroy();
    expect(wrong.slice(0, 20)).toEqual([]);
  }, 300_000);
});

/** Enough of it to send it again by hand. */
const short = ({ method, url, headers, payload = '' }: Sent): object => ({
  ...{ method, url: url.slice(0, 200), payload: payload.toString().slice(0, 300) },
  headers: JSON.stringify(headers).slice(0, 300),
});

/** Sends it as it is. Answers with what was wrong with the answer. */
function over(port: number, agent: Agent, sent: Sent): Promise<string | undefined> {
  const { method, payload = '' } = sent;
  // Refused for its length it is not known to be a HEAD, and its answer has a body.
  const url = method === 'HEAD' ? sent.url.slice(0, 8_000).replace(/%.?$/, '') : sent.url;
  // Node leaves the length of some methods' bodies unsaid.
  const headers = { ...sent.headers, 'content-length': Buffer.byteLength(payload) };
  return new Promise((resolve) => {
    const broken = (error: Error): void => resolve(`the connection broke: ${error.message}`);
    const asked = request({ host: '127.0.0.1', port, agent, method, path: url, headers });
    asked.on('response', (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('error', broken);
      response.on('end', () =>
        resolve(wrongWith(sent, response.statusCode ?? 0, response.headers['content-type'] ?? '', body)),
      );
    });
    asked.on('error', broken);
    asked.end(payload);
  });
}
