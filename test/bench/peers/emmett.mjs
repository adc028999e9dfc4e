// emmett on SQLite, with one shared connection (its best setting): the same work as children/peer.ts does with our log.
// Its argument is the JSON of a `PeerArgs`; it prints the figures as JSON.
import { join } from 'node:path';
import { getSQLiteEventStore, sqliteConnection } from '@event-driven-io/emmett-sqlite';

const args = JSON.parse(process.argv[2]);
const { evolve, initial, streamOf } = await import('../support/peer-work.ts');
const { Watch } = await import('../support/figures.ts');

const fileName = join(args.folder, 'emmett.db');
const connection = sqliteConnection({ fileName });
const store = getSQLiteEventStore({ fileName, connectionOptions: { singleton: true, connection } });

const append = ({ stream, revision, events }) =>
  store.appendToStream(
    stream,
    events.map(({ type, data, metadata }) => ({ type, data, metadata })),
    { expectedStreamVersion: revision === 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(revision) },
  );

const work = {
  async append() {
    const lanes = streamOf.lanes(args.count, args.concurrent);
    await append(streamOf.warmUp());
    const watch = new Watch();
    await Promise.all(
      lanes.map(async (lane) => {
        for (const one of lane) await append(one);
      }),
    );
    return watch.figures(args.count);
  },
  async load() {
    for (let index = 0; index < args.streams; index += 1) await append(streamOf.whole(index, args.length));
    const load = (index) =>
      store.aggregateStream(streamOf.name(index % args.streams), { evolve, initialState: () => initial });
    for (let index = 0; index < args.count / 5; index += 1) await load(index);
    const watch = new Watch();
    for (let index = 0; index < args.count; index += 1) await load(index);
    return watch.figures(args.count);
  },
  async rebuild() {
    for (let index = 0; index < args.streams; index += 1) await append(streamOf.whole(index, args.length));
    const documents = new Map();
    const total = args.streams * args.length;
    let seen = 0;
    const consumer = store.consumer();
    consumer.processor({
      processorId: 'rebuild',
      startFrom: 'BEGINNING',
      eachMessage: ({ type, data, metadata }) => {
        const { streamName } = metadata;
        documents.set(streamName, evolve(documents.get(streamName) ?? initial, { type, data }));
        seen += 1;
      },
      stopAfter: () => seen === total,
    });
    const watch = new Watch();
    await consumer.start();
    if (seen < total) throw new Error(`the consumer stopped after ${seen} of ${total} events`);
    return watch.figures(total);
  },
};

const figures = await work[args.what]();
connection.close();
process.stdout.write(`${JSON.stringify(figures)}\n`);
