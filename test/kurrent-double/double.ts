import { Server, ServerCredentials, type ServiceError, status, type UntypedServiceImplementation } from '@grpc/grpc-js';
import gossip from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_grpc_pb.js';
import members from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_pb.js';
import features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js';
import methods from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import { appendHandler, batchAppendHandler, type Gate, type Sizes } from './appending.js';
import type { Fault } from './faults.js';
import { rpcError } from './messages.js';
import { readHandler } from './reading.js';
import { Store } from './store.js';
import { Wire } from './wire.js';

export interface DoubleOptions {
  /** The log behind it, to be shared by the nodes of a cluster. */
  readonly store?: Store;
  readonly sizes?: Partial<Sizes>;
  /** PEM texts; plain text on the wire without them. */
  readonly tls?: { readonly certificate: string; readonly key: string };
  /** Who may come in; everybody without it. Needs TLS: the client sends no credentials in the clear. */
  readonly user?: { readonly name: string; readonly password: string };
  /** Makes this node a follower of the node on that port. */
  readonly leaderPort?: () => number;
}

/** The size limits of KurrentDB 25.1 and later. */
const currentSizes: Sizes = { event: 16 * 1024 * 1024, append: 256 * 1024 * 1024 };

/**
 * A gRPC server that speaks what this project uses of KurrentDB's protocol, on the client's own generated definitions.
 * It is no KurrentDB: what passes here has not passed there. What it imitates, and after which source: README.md.
 */
export class Double {
  private constructor(
    readonly store: Store,
    readonly wire: Wire,
    private readonly server: Server,
  ) {}

  static async start(options: DoubleOptions = {}): Promise<Double> {
    const store = options.store ?? new Store();
    const sizes = { ...currentSizes, ...options.sizes };
    const gate = gateOf(options);
    const server = new Server({ 'grpc.max_receive_message_length': -1 });
    server.addService(streams.StreamsService, {
      append: appendHandler(store, sizes, gate),
      batchAppend: batchAppendHandler(store, sizes, gate),
      read: readHandler(store, gate),
    });
    server.addService(features.ServerFeaturesService, supportedMethods());
    const { tls } = options;
    const credentials =
      tls === undefined
        ? ServerCredentials.createInsecure()
        : ServerCredentials.createSsl(null, [
            { cert_chain: Buffer.from(tls.certificate), private_key: Buffer.from(tls.key) },
          ]);
    // What the cluster tells of itself is the port of the wire, which is known once there is one.
    const self = { port: 0 };
    server.addService(
      gossip.GossipService,
      membersOf(() => [
        { port: self.port, leads: options.leaderPort === undefined },
        ...(options.leaderPort === undefined ? [] : [{ port: options.leaderPort(), leads: true }]),
      ]),
    );
    const port = await new Promise<number>((resolve, reject) =>
      server.bindAsync('127.0.0.1:0', credentials, (error, bound) => (error === null ? resolve(bound) : reject(error))),
    );
    const wire = await Wire.to(port);
    self.port = wire.port;
    return new Double(store, wire, server);
  }

  /** The client's reading half waits as long as its discovery interval before its first read, half a second by default. */
  get connectionString(): string {
    return `kurrentdb://127.0.0.1:${this.wire.port}?tls=false&discoveryInterval=10`;
  }

  lie(fault: Fault | undefined): void {
    this.store.fault = fault;
  }

  /** As a killed process: connections break, new ones are refused; what was written stays. */
  async kill(): Promise<void> {
    await this.wire.down();
  }

  async restart(): Promise<void> {
    this.store.restarted();
    await this.wire.up();
  }

  async stop(): Promise<void> {
    await this.wire.down();
    this.server.forceShutdown();
  }
}

function gateOf({ user, leaderPort }: DoubleOptions): Gate {
  return ({ metadata }): ServiceError | undefined => {
    if (user !== undefined) {
      const [given] = metadata.get('authorization');
      const wanted = `Basic ${Buffer.from(`${user.name}:${user.password}`).toString('base64')}`;
      if (given === undefined)
        return rpcError(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
      if (given !== wanted) return rpcError(status.UNAUTHENTICATED, 'Bad credentials');
    }
    if (leaderPort !== undefined && metadata.get('requires-leader')[0] === 'true') {
      return rpcError(status.NOT_FOUND, 'Leader info available', {
        exception: 'not-leader',
        'leader-endpoint-host': '127.0.0.1',
        'leader-endpoint-port': String(leaderPort()),
      });
    }
    return undefined;
  };
}

function supportedMethods(): UntypedServiceImplementation {
  const method = (name: string, ...known: string[]) =>
    new methods.SupportedMethod()
      .setMethodName(name)
      .setServiceName('event_store.client.streams.streams')
      .setFeaturesList(known);
  const all = [method('append'), method('batchappend', 'deadline_duration'), method('read', 'position', 'events')];
  return {
    getSupportedMethods: (_call: unknown, answer: (error: null, supported: object) => void) =>
      answer(null, new methods.SupportedMethods().setMethodsList(all).setEventStoreServerVersion('26.0.0')),
  };
}

function membersOf(nodes: () => readonly { port: number; leads: boolean }[]): UntypedServiceImplementation {
  const { LEADER, FOLLOWER } = members.MemberInfo.VNodeState;
  return {
    read: (_call: unknown, answer: (error: null, cluster: object) => void) => {
      const list = nodes().map(({ port, leads }, index) =>
        new members.MemberInfo()
          .setInstanceId(new shared.UUID().setString(`00000000-0000-0000-0000-00000000000${index + 1}`))
          .setState(leads ? LEADER : FOLLOWER)
          .setIsAlive(true)
          .setHttpEndPoint(new members.EndPoint().setAddress('127.0.0.1').setPort(port)),
      );
      answer(null, new members.ClusterInfo().setMembersList(list));
    },
  };
}
