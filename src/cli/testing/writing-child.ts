import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openEmbedded } from '../../modes/embedded.js';
import { storeFrom } from '../../modes/store.js';

/**
 * Appends events with personal data to the store of the environment, for ever, and writes the stream of each to the
 * standard output once it is in the log. Argument: a prefix of the streams.
 */
const [prefix = 'thing'] = process.argv.slice(2);
const { log, sealer } = await openEmbedded({ paths: storeFrom(process.env) });
for (let turn = 1; ; turn += 1) {
  await Promise.all(
    Array.from({ length: 10 }, async (_, index) => {
      const stream = `${prefix}-${turn}-${index}`;
      const context = { stream, revision: 1, eventId: randomUUID(), type: 'Seen', schema: 1, section: 'who' };
      const clear = { subject: stream, category: 'identity', clear: `name of ${stream}` };
      const [who] = await sealer.seal([{ section: clear, context }]);
      await log.append(stream, 0, [{ id: context.eventId, type: 'Seen', data: { who }, metadata: { schema: '1' } }]);
      writeSync(1, `${stream}\n`);
    }),
  );
}
