import type { ServerWritableStream } from '@grpc/grpc-js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { deleted, type Gate } from './appending.js';
import { checkpointMessage, eventMessage, identifierOf, nameOf } from './messages.js';
import type { Store, Stored } from './store.js';

type ReadReq = InstanceType<typeof streams.ReadReq>;
type ReadResp = InstanceType<typeof streams.ReadResp>;
type Options = InstanceType<typeof streams.ReadReq.Options>;
type Call = ServerWritableStream<ReadReq, ReadResp>;

/** How many records KurrentDB looks at between two checkpoints of a filtered subscription, times the multiplier. */
const searchWindow = 32;

/** Reads of one stream and of $all, forwards and backwards, and subscriptions to $all. */
export function readHandler(store: Store, gate: Gate) {
  return (call: Call): void => {
    const refused = gate(call);
    const options = call.request.getOptions();
    if (refused !== undefined || options === undefined) return void call.emit('error', refused);
    const ended = new Promise<void>((resolve) => {
      call.on('cancelled', resolve);
      call.on('error', resolve);
    });
    const structured = options.getUuidOption()?.hasStructured() ?? false;
    const send = async (message: ReadResp): Promise<void> => {
      if (call.write(message) || call.cancelled) return;
      await Promise.race([new Promise<void>((resolve) => call.once('drain', resolve)), ended]);
    };
    const work = options.hasSubscription()
      ? subscribe(call, options, store, send, structured, ended)
      : read(call, options, store, (record) => send(eventMessage(record, structured)));
    work.catch((error: unknown) => call.emit('error', error));
  };
}

async function read(call: Call, options: Options, store: Store, send: (record: Stored) => Promise<void>) {
  const limit = Number(options.getCount());
  const stream = options.getStream();
  let sent = 0;
  if (stream !== undefined) {
    const name = nameOf(stream.getStreamIdentifier());
    if (store.tombstoned.has(name)) return void call.emit('error', deleted(name));
    if (store.stream(name).length === 0) {
      const missing = new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(name));
      call.write(new streams.ReadResp().setStreamNotFound(missing));
      return void call.end();
    }
  }
  for (const record of stream === undefined ? fromAll(options, store) : fromStream(options, store)) {
    if (sent === limit || call.cancelled) break;
    await send(record);
    store.onSent();
    sent += 1;
    if (sent === 2 && store.fault === 'sends an event twice') await send(record);
  }
  call.end();
}

function fromStream(options: Options, store: Store): Iterable<Stored> {
  const stream = options.getStream();
  const name = nameOf(stream?.getStreamIdentifier());
  const records = store.stream(name);
  const start = store.truncatedBefore.get(name) ?? 0;
  const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
  const last = records.length - 1;
  const from = stream?.hasRevision() ? Number(stream.getRevision()) : stream?.hasEnd() ? last : 0;
  return backwards ? records.slice(start, from + 1).toReversed() : records.slice(Math.max(from, start));
}

/** Forwards a position is inclusive, backwards it is exclusive. */
function* fromAll(options: Options, store: Store): Iterable<Stored> {
  const all = options.getAll();
  const wanted = filterOf(options);
  const position = all?.hasPosition() ? BigInt(all.getPosition()?.getCommitPosition() ?? 0) : undefined;
  if (options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS) {
    const skipped = store.fault === 'does not see the newest event from behind' ? 1 : 0;
    for (let index = store.records.length - 1 - skipped; index >= 0; index -= 1) {
      const record = store.records[index];
      if (record !== undefined && (position === undefined || record.position < position) && wanted(record))
        yield record;
    }
    return;
  }
  let found = 0;
  // The head is read again on every turn: a read sees what was appended while it ran.
  for (let index = firstFrom(store.records, position ?? 0n); index < store.records.length; index += 1) {
    const swap = store.fault === 'swaps neighbours in $all' && index % 2 === 1 && index + 1 < store.records.length;
    const record = store.records[swap ? index + 1 : index];
    const displaced = swap ? store.records[index] : undefined;
    if (swap) index += 1;
    for (const each of [record, displaced]) {
      if (each === undefined || !wanted(each)) continue;
      found += 1;
      const lost = position !== undefined && found === 2 && store.fault === 'loses the first event after a position';
      if (!lost) yield each;
    }
  }
}

async function subscribe(
  call: Call,
  options: Options,
  store: Store,
  send: (message: ReadResp) => Promise<void>,
  structured: boolean,
  ended: Promise<void>,
): Promise<void> {
  const all = options.getAll();
  const wanted = filterOf(options);
  const interval = searchWindow * (options.getFilter()?.getCheckpointintervalmultiplier() ?? 1);
  const checkpoint = (at: bigint) =>
    send(checkpointMessage(at + (store.fault === 'sends checkpoints ahead of the head' ? 10_000n : 0n)));
  await send(
    new streams.ReadResp().setConfirmation(
      new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId('00000000-0000-0000-0000-000000000001'),
    ),
  );
  const { records } = store;
  // Here a position is exclusive.
  const after = all?.hasPosition() ? BigInt(all.getPosition()?.getCommitPosition() ?? 0) : -1n;
  let index = all?.hasEnd() ? records.length : firstFrom(records, after + 1n);
  let live = false;
  store.subscriptions += 1;
  void ended.then(() => (store.subscriptions -= 1));
  while (!call.cancelled) {
    for (let considered = 1; index < records.length && !call.cancelled; considered += 1, index += 1) {
      const record = records[index];
      const silent = store.fault === 'never wakes a subscriber';
      if (record !== undefined && wanted(record) && !silent) await send(eventMessage(record, structured));
      if (record !== undefined && considered % interval === 0) await checkpoint(record.position);
    }
    if (!live) {
      live = true;
      const last = records.at(-1);
      if (last !== undefined) await checkpoint(last.position);
      await send(new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
    }
    await store.grown(index, ended);
  }
}

function filterOf(options: Options): (record: Stored) => boolean {
  const filter = options.getFilter();
  const expression = filter?.getEventType() ?? filter?.getStreamIdentifier();
  if (expression === undefined) return () => true;
  const subject = filter?.hasEventType() ? 'type' : 'stream';
  const regex = expression.getRegex() === '' ? undefined : new RegExp(expression.getRegex());
  const prefixes = expression.getPrefixList();
  return (record) => {
    const text = record[subject];
    return regex === undefined ? prefixes.some((prefix) => text.startsWith(prefix)) : regex.test(text);
  };
}

/** The index of the first record at or after `position`. */
function firstFrom(records: readonly Stored[], position: bigint): number {
  let [low, high] = [0, records.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((records[middle]?.position ?? 0n) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
