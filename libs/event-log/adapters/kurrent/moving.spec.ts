import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteLog } from '#event-log/sqlite';
import type { EventLog } from '../../port.js';
import { anEvent, collect } from '../../contract/world.js';
import { Double } from '../../../../test/kurrent-double/double.js';
import { kurrentLog } from './index.js';

/** Reads one log to its end and appends every event to another, through the port alone. */
async function move(from: EventLog, to: EventLog): Promise<void> {
  for await (const { events } of from.readAll()) {
    for (const { stream, revision, id, type, data, metadata } of events) {
      await to.append(stream, revision - 1, [{ id, type, data: data as object, metadata }]);
    }
  }
}

/** Everything of a log but its positions. */
async function contents(log: EventLog): Promise<readonly object[]> {
  const pages = await collect(log.readAll());
  return pages.flatMap(({ events }) =>
    events.map(({ stream, revision, id, type, dataText, metadataText }) => [
      stream,
      revision,
      id,
      type,
      dataText,
      metadataText,
    ]),
  );
}

it('keeps ids, order, revisions, headers and every byte, from a file to a server and back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'moving-'));
  const double = await Double.start();
  const [file, back] = ['file', 'back'].map((name) => sqliteLog({ path: join(folder, name) }));
  const server = kurrentLog({ connectionString: double.connectionString, name: 'main' });
  if (file === undefined || back === undefined) throw new Error('two files');
  const awkward = JSON.parse('{"z":1,"10":-0.5,"9":1e300,"__proto__":{"ñ":"\\u0000\\ud800🧕🏽"},"a":[]}') as object;
  const header = { '10': 'ten', '9': 'nine', recordedAt: '2030-01-01T00:00:00.000Z', ñ: '\u2028' };
  for (let n = 0; n < 30; n += 1) {
    const event = { ...anEvent(`type ${n % 4}`, { ...awkward, n }), metadata: header };
    await file.append(`thing-${n % 7}`, 'any', [event]);
  }

  await move(file, server);
  await move(server, back);
  expect(await contents(server)).toEqual(await contents(file));
  expect(await contents(back)).toEqual(await contents(file));
  const stored = double.store.records.filter(({ stream }) => stream.startsWith('main/'));
  const inFile = (await collect(file.readAll())).flatMap(({ events }) => events);
  expect(stored.map(({ data }) => Buffer.from(data).toString())).toEqual(inFile.map(({ dataText }) => dataText));
  expect(stored.map(({ metadata }) => Buffer.from(metadata).toString())).toEqual(
    inFile.map(({ metadataText }) => metadataText),
  );

  for (const log of [file, back, server]) await log.close();
  await double.stop();
  rmSync(folder, { recursive: true });
});
