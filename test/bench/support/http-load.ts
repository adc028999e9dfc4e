import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { type Figures, quantile } from './figures.js';

/** A request as it goes over the wire. */
export interface Post {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
}

/** What a burst of requests came to. `cpuUs` is the server's, where the system tells. */
export interface Burst {
  readonly figures: Figures;
  readonly sent: number;
}

/**
 * Sends posts over some connections, one at a time on each, until `count` are answered or `ms` milliseconds passed.
 * The client is as small as can be, so that it takes little of what it shares with the server.
 * @param make the n-th post; undefined ends the burst
 * @param took is told every answer
 * @throws Error an answer was no success
 */
export async function burst(
  server: { readonly port: number; readonly cpuMs: number | undefined },
  connections: number,
  limits: { readonly count: number; readonly ms: number },
  make: (index: number) => Post | undefined,
  took: (answered: Answered, index: number) => void = () => undefined,
): Promise<Burst> {
  const lines = await Promise.all(Array.from({ length: connections }, () => Line.open(server.port)));
  const ms: number[] = [];
  let next = 0;
  const cpu = server.cpuMs;
  const start = performance.now();
  const run = async (line: Line): Promise<void> => {
    while (next < limits.count && performance.now() - start < limits.ms) {
      const index = next++;
      const post = make(index);
      if (post === undefined) return;
      const sent = performance.now();
      const answered = await line.post(post);
      ms.push(performance.now() - sent);
      if (answered.status >= 300) throw new Error(`${post.path} was answered ${answered.status}: ${answered.body}`);
      took(answered, index);
    }
  };
  try {
    await Promise.all(lines.map(run));
  } finally {
    for (const line of lines) line.close();
  }
  const seconds = (performance.now() - start) / 1_000;
  const used: Figures =
    server.cpuMs === undefined || cpu === undefined ? {} : { cpuUs: ((server.cpuMs - cpu) * 1_000) / ms.length };
  const figures = { perSecond: ms.length / seconds, p50Ms: quantile(ms, 0.5), p99Ms: quantile(ms, 0.99), ...used };
  return { figures, sent: ms.length };
}

/** One connection that is kept. */
class Line {
  readonly #socket: Socket;
  #received = '';
  #waiting: { resolve: (answered: Answered) => void; reject: (error: Error) => void } | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    // One character a byte: lengths are counted in bytes.
    socket.setEncoding('latin1').setNoDelay(true);
    socket.on('data', (text: string) => this.#take(text));
    socket.on('close', () => this.#waiting?.reject(new Error('the server closed the connection')));
    socket.on('error', (error) => this.#waiting?.reject(error));
  }

  static async open(port: number): Promise<Line> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new Line(socket);
  }

  post({ path, headers, body }: Post): Promise<Answered> {
    const named = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    this.#socket.write(
      `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n` +
        `content-length: ${Buffer.byteLength(body)}\r\n${named.join('')}\r\n${body}`,
      'utf8',
    );
    return new Promise((resolve, reject) => (this.#waiting = { resolve, reject }));
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(text: string): void {
    this.#received += text;
    const end = this.#received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#received.slice(0, end);
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
    const from = end + 4;
    if (this.#received.length < from + length) return;
    const body = this.#received.slice(from, from + length);
    this.#received = this.#received.slice(from + length);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve({ status: Number(head.slice(9, 12)), body });
  }
}
