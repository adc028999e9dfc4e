import type { EventLog } from '#event-log';
import type { Vault } from '#vault';
import { type SubjectEvents, subjectEvents } from '../domain/subject-events.js';

/** No kind of data: whether it is erased says whether all of a person's are. */
const everything = '*';

/**
 * Erases again whoever the log knows to be erased and the vault does not: it was restored from before. To be called when
 * a store is opened, before anything is served.
 * @returns how many erasures had to be repeated
 * @throws ErasureIncomplete then nothing may be served
 */
export async function repeatErasures(log: Pick<EventLog, 'readAll'>, vault: Vault): Promise<number> {
  let repeated = 0;
  for await (const { events } of log.readAll({ types: ['ErasureFenced'] })) {
    for (const { type, metadata, data } of events) {
      const fenced = subjectEvents.decode(type, Number(metadata['schema']), data)
        .data as SubjectEvents['ErasureFenced'];
      for (const category of fenced.categories ?? [undefined]) {
        if (await isGone(vault, fenced.person, category)) continue;
        await vault.erase(fenced.person, category);
        repeated += 1;
      }
    }
  }
  return repeated;
}

async function isGone(vault: Vault, person: string, category: string | undefined): Promise<boolean> {
  if (!(await vault.isErased(person, category ?? everything))) return false;
  return (await vault.keysOf(person, category)).live === 0;
}
