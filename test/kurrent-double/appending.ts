import {
  type sendUnaryData,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServiceError,
  status,
} from '@grpc/grpc-js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { identifierOf, idOf, nameOf, packedStatus, rpcError } from './messages.js';
import type { ExpectedState, Outcome, Proposed, Store } from './store.js';

type AppendReq = InstanceType<typeof streams.AppendReq>;
type AppendResp = InstanceType<typeof streams.AppendResp>;
type BatchAppendReq = InstanceType<typeof streams.BatchAppendReq>;
type BatchAppendResp = InstanceType<typeof streams.BatchAppendResp>;
type Message =
  InstanceType<typeof streams.AppendReq.ProposedMessage> | InstanceType<typeof streams.BatchAppendReq.ProposedMessage>;

/** Bytes, as KurrentDB counts them: data, metadata and two for each character of the type. */
export interface Sizes {
  readonly event: number;
  readonly append: number;
}

/** Why a request is refused before it is looked at; undefined when it is not. */
export type Gate = (call: { readonly metadata: import('@grpc/grpc-js').Metadata }) => ServiceError | undefined;

/** The unary way to append: one call, options first, then the events. */
export function appendHandler(store: Store, sizes: Sizes, gate: Gate) {
  return (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void => {
    const refused = gate(call);
    if (refused !== undefined) return answer(refused);
    let stream = '';
    let expected: ExpectedState = 'any';
    const events: Proposed[] = [];
    call.on('data', (message: AppendReq) => {
      const options = message.getOptions();
      if (options !== undefined) {
        stream = nameOf(options.getStreamIdentifier());
        if (options.hasRevision()) expected = BigInt(options.getRevision());
        else if (options.hasNoStream()) expected = 'no_stream';
        else if (options.hasStreamExists()) expected = 'stream_exists';
      }
      const proposed = message.getProposedMessage();
      if (proposed !== undefined) events.push(proposedOf(proposed));
    });
    call.on('error', () => undefined);
    call.on('end', () =>
      setImmediate(() => {
        // A call that breaks off ends too, and what it says is not complete.
        if (call.cancelled) return;
        const tooLarge = sizeError(events, sizes);
        if (tooLarge !== undefined) return answer(tooLarge);
        const outcome = store.append(stream, expected, events);
        if (outcome.result === 'deleted') return answer(deleted(stream));
        answer(null, answerOf(outcome, expected, store));
      }),
    );
  };
}

/** The streaming way: many appends on one call, answered by correlation id. */
export function batchAppendHandler(store: Store, sizes: Sizes, gate: Gate) {
  return (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void => {
    const refused = gate(call);
    if (refused !== undefined) return void call.emit('error', refused);
    const pending = new Map<string, { stream: string; expected: ExpectedState; events: Proposed[] }>();
    call.on('error', () => undefined);
    call.on('end', () => call.end());
    call.on('data', (message: BatchAppendReq) => {
      const id = idOf(message.getCorrelationId());
      const options = message.getOptions();
      if (options !== undefined) {
        const expected: ExpectedState = options.hasStreamPosition()
          ? BigInt(options.getStreamPosition())
          : options.hasNoStream()
            ? 'no_stream'
            : options.hasStreamExists()
              ? 'stream_exists'
              : 'any';
        pending.set(id, { stream: nameOf(options.getStreamIdentifier()), expected, events: [] });
      }
      const append = pending.get(id);
      if (append === undefined) return;
      append.events.push(...message.getProposedMessagesList().map(proposedOf));
      if (!message.getIsFinal()) return;
      pending.delete(id);
      const answer = new streams.BatchAppendResp()
        .setCorrelationId(new shared.UUID().setString(id))
        .setStreamIdentifier(identifierOf(append.stream));
      call.write(batchAnswer(answer, append.events, sizes, store, append.stream, append.expected));
    });
  };
}

function batchAnswer(
  answer: BatchAppendResp,
  events: readonly Proposed[],
  sizes: Sizes,
  store: Store,
  stream: string,
  expected: ExpectedState,
): BatchAppendResp {
  const failed = (name: string, detail: { serializeBinary(): Uint8Array }) =>
    answer.setError(packedStatus(`event_store.client.${name}`, detail.serializeBinary()));
  if (sizeError(events, sizes) !== undefined) {
    return failed('MaximumAppendSizeExceeded', new shared.MaximumAppendSizeExceeded().setMaxappendsize(sizes.append));
  }
  const outcome = store.append(stream, expected, events);
  if (outcome.result === 'deleted') return failed('StreamDeleted', new shared.StreamDeleted());
  if (outcome.result === 'conflict') {
    const detail = new shared.WrongExpectedVersion();
    if (outcome.current >= 0n) detail.setCurrentStreamRevision(outcome.current.toString());
    return failed('WrongExpectedVersion', detail);
  }
  const at = outcome.last.position.toString();
  const position = new shared.AllStreamPosition().setCommitPosition(at).setPreparePosition(at);
  const success = new streams.BatchAppendResp.Success()
    .setCurrentRevision(outcome.last.revision.toString())
    .setPosition(position);
  return answer.setSuccess(success);
}

function answerOf(
  outcome: Exclude<Outcome, { readonly result: 'deleted' }>,
  expected: ExpectedState,
  { fault }: Store,
): AppendResp {
  if (outcome.result === 'conflict') {
    const wrong = new streams.AppendResp.WrongExpectedVersion();
    const current = outcome.current + (fault === 'names a wrong revision in a conflict' ? 1n : 0n);
    if (current < 0n) wrong.setCurrentNoStream(new shared.Empty());
    else wrong.setCurrentRevision(current.toString());
    if (typeof expected === 'bigint') wrong.setExpectedRevision(expected.toString());
    else if (expected === 'no_stream') wrong.setExpectedNoStream(new shared.Empty());
    else wrong.setExpectedAny(new shared.Empty());
    return new streams.AppendResp().setWrongExpectedVersion(wrong);
  }
  const { revision, position } = outcome.last;
  const at = new streams.AppendResp.Position()
    .setCommitPosition(position.toString())
    .setPreparePosition(position.toString());
  const told = revision + (fault === 'numbers what it took one too high' ? 1n : 0n);
  const success = new streams.AppendResp.Success().setCurrentRevision(told.toString());
  const silent = outcome.result === 'repeated' && fault === 'leaves out the position of a repetition';
  if (silent) success.setNoPosition(new shared.Empty());
  else success.setPosition(at);
  return new streams.AppendResp().setSuccess(success);
}

function proposedOf(message: Message): Proposed {
  const metadata = message.getMetadataMap();
  return {
    id: idOf(message.getId()),
    type: metadata.get('type') ?? '',
    json: metadata.get('content-type') === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

function sizeError(events: readonly Proposed[], sizes: Sizes): ServiceError | undefined {
  const of = ({ type, data, metadata }: Proposed) => data.length + metadata.length + type.length * 2;
  const large = events.find((event) => of(event) > sizes.event);
  if (large !== undefined) {
    return rpcError(status.INVALID_ARGUMENT, `Event with Id: ${large.id} exceeds Maximum Append Event Size`, {
      exception: 'maximum-append-event-size-exceeded',
      'event-id': large.id,
    });
  }
  if (events.reduce((sum, event) => sum + of(event), 0) <= sizes.append) return undefined;
  return rpcError(status.INVALID_ARGUMENT, `Maximum Append Size of ${sizes.append} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(sizes.append),
  });
}

export function deleted(stream: string): ServiceError {
  const trailers = { exception: 'stream-deleted', 'stream-name': stream };
  return rpcError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, trailers);
}
