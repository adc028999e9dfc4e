import { Metadata, type ServiceError, type status } from '@grpc/grpc-js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import google from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { Stored } from './store.js';

type Uuid = InstanceType<typeof shared.UUID>;
type StreamIdentifier = InstanceType<typeof shared.StreamIdentifier>;
type ReadResp = InstanceType<typeof streams.ReadResp>;

/** Between the double's records and the messages of the client's own generated definitions. */
export const nameOf = (identifier: StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString();

export function identifierOf(stream: string): StreamIdentifier {
  return new shared.StreamIdentifier().setStreamName(Buffer.from(stream));
}

export function idOf(uuid: Uuid | undefined): string {
  const structured = uuid?.getStructured();
  if (structured === undefined) return uuid?.getString() ?? '';
  const hex = [structured.getMostSignificantBits(), structured.getLeastSignificantBits()]
    .map((half) => BigInt.asUintN(64, BigInt(half)).toString(16).padStart(16, '0'))
    .join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function uuidOf(id: string, structured: boolean): Uuid {
  if (!structured) return new shared.UUID().setString(id);
  const hex = id.replaceAll('-', '');
  const half = (from: number) => BigInt.asIntN(64, BigInt(`0x${hex.slice(from, from + 16)}`)).toString();
  const parts = new shared.UUID.Structured().setMostSignificantBits(half(0)).setLeastSignificantBits(half(16));
  return new shared.UUID().setStructured(parts);
}

/** @param structured whether the reader wants ids as two integers instead of text */
export function eventMessage(record: Stored, structured: boolean): ReadResp {
  const event = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(uuidOf(record.id, structured))
    .setStreamIdentifier(identifierOf(record.stream))
    .setStreamRevision(record.revision.toString())
    .setCommitPosition(record.position.toString())
    .setPreparePosition(record.position.toString())
    .setCustomMetadata(record.metadata)
    .setData(record.data);
  event
    .getMetadataMap()
    .set('type', record.type)
    .set('content-type', record.json ? 'application/json' : 'application/octet-stream')
    .set('created', '638000000000000000');
  const resolved = new streams.ReadResp.ReadEvent().setEvent(event).setCommitPosition(record.position.toString());
  return new streams.ReadResp().setEvent(resolved);
}

export function checkpointMessage(position: bigint): ReadResp {
  const at = position.toString();
  const checkpoint = new streams.ReadResp.Checkpoint().setCommitPosition(at).setPreparePosition(at);
  return new streams.ReadResp().setCheckpoint(checkpoint);
}

/** A gRPC error that names its kind in the `exception` trailer, as KurrentDB's RpcExceptions does. */
export function rpcError(code: status, details: string, trailers: Readonly<Record<string, string>> = {}): ServiceError {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return Object.assign(new Error(details), { code, details, metadata });
}

/** A `google.rpc.Status` with a packed detail, as an answer on the batch stream carries it. */
export function packedStatus(typeName: string, detail: Uint8Array): InstanceType<typeof google.Status> {
  const any = Buffer.concat([field(1, Buffer.from(`type.googleapis.com/${typeName}`)), field(2, detail)]);
  return google.Status.deserializeBinary(Buffer.concat([field(2, Buffer.from(typeName)), field(3, any)]));
}

/** A length-delimited protobuf field of fewer than 16,384 bytes. */
function field(number: number, bytes: Uint8Array): Buffer {
  const length = bytes.length < 0x80 ? [bytes.length] : [(bytes.length & 0x7f) | 0x80, bytes.length >> 7];
  return Buffer.concat([Buffer.from([(number << 3) | 2, ...length]), bytes]);
}
