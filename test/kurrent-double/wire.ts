import { createServer, connect, type Server, type Socket } from 'node:net';

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
}

/** A TCP way to the double that can be cut, stopped and closed: what a client sees of a killed or frozen machine. */
export class Wire {
  readonly #pairs = new Set<Pair>();
  #listener: Server | undefined;
  #port = 0;
  #frozen = false;
  #mute = false;

  private constructor(private readonly target: number) {}

  static async to(target: number): Promise<Wire> {
    const wire = new Wire(target);
    await wire.up();
    return wire;
  }

  get port(): number {
    return this.#port;
  }

  /** Begins to listen, on the port it had before. */
  async up(): Promise<void> {
    if (this.#listener !== undefined) return;
    const listener = createServer({ noDelay: true }, (client) => this.#join(client));
    await new Promise<void>((resolve, reject) => {
      listener.once('error', reject);
      listener.listen(this.#port, '127.0.0.1', resolve);
    });
    const address = listener.address();
    if (address !== null && typeof address === 'object') this.#port = address.port;
    this.#listener = listener;
  }

  /** Breaks every connection and refuses new ones. */
  async down(): Promise<void> {
    const listener = this.#listener;
    this.#listener = undefined;
    const closed = new Promise<void>((resolve) =>
      listener === undefined ? resolve() : listener.close(() => resolve()),
    );
    this.cut();
    await closed;
  }

  /** Breaks every connection; new ones are taken. */
  cut(): void {
    for (const { client, server } of this.#pairs) {
      client.resetAndDestroy();
      server.destroy();
    }
    this.#pairs.clear();
  }

  /** Nothing passes in either direction, and nobody is told. */
  freeze(): void {
    this.#frozen = true;
    this.#apply();
  }

  /** What the client sends arrives; the answers do not. */
  mute(): void {
    this.#mute = true;
    this.#apply();
  }

  /** Everything passes again, what waited first. */
  thaw(): void {
    this.#frozen = this.#mute = false;
    this.#apply();
  }

  #join(client: Socket): void {
    const server = connect({ port: this.target, host: '127.0.0.1', noDelay: true });
    const pair = { client, server };
    this.#pairs.add(pair);
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      from.on('data', (bytes) => {
        if (!to.write(bytes)) {
          from.pause();
          to.once('drain', () => this.#apply());
        }
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        this.#pairs.delete(pair);
        to.destroy();
      });
    }
    this.#apply();
  }

  #apply(): void {
    for (const { client, server } of this.#pairs) {
      if (this.#frozen) client.pause();
      else client.resume();
      if (this.#frozen || this.#mute) server.pause();
      else server.resume();
    }
  }
}
