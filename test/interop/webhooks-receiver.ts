import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A delivery as it came over the wire. */
export interface Received {
  readonly id: string;
  readonly timestamp: string;
  readonly signatures: readonly string[];
  readonly contentType: string;
  readonly body: string;
  readonly event: {
    readonly id: string;
    readonly type: string;
    readonly subject: string;
    readonly position: string;
    readonly streamrevision: string;
    readonly data: Readonly<Record<string, unknown>>;
  };
}

/** What a receiver does with a delivery: answers with a status, or not at all. */
export type Reaction = number | 'silent' | 'hang-up';

/** Another institution's system, on this machine: takes what comes as it is told to. */
export class Receiver {
  readonly received: Received[] = [];
  readonly #server: Server;

  private constructor(
    react: (delivery: Received) => Reaction,
    private readonly headers: Readonly<Record<string, string>>,
  ) {
    this.#server = createServer((request, response) => void this.#take(request, response, react));
  }

  static async open(
    react: (delivery: Received) => Reaction = () => 204,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Receiver> {
    const receiver = new Receiver(react, headers);
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/avisos`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #take(request: IncomingMessage, response: ServerResponse, react: (delivery: Received) => Reaction) {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const header = (name: string) => String(request.headers[name]);
    const delivery: Received = {
      id: header('webhook-id'),
      timestamp: header('webhook-timestamp'),
      signatures: header('webhook-signature').split(' '),
      contentType: header('content-type'),
      body,
      event: JSON.parse(body) as Received['event'],
    };
    this.received.push(delivery);
    const reaction = react(delivery);
    if (reaction === 'hang-up') request.socket.destroy();
    else if (reaction !== 'silent') response.writeHead(reaction, this.headers).end('x'.repeat(20_000));
  }
}

/** What whoever received a delivery computes for themselves, as the guide tells them to. */
export function signatureOf({ id, timestamp, body }: Received, shown: string): string {
  const key = Buffer.from(shown.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}
