import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Problem } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import type { Source } from '../csv.js';
import { FileRefused, ImportNotAllowed, type RowError } from '../domain/errors.js';
import { nameOf } from '../domain/mapping.js';
import { importFile } from '../import.js';
import { inspectFile } from '../inspect.js';
import { Mappings } from '../mappings.js';
import { previewFile } from '../preview.js';
import {
  type ImportPreview,
  type ImportQuery,
  type ImportSummary,
  mostErrors,
  type ReadingQuery,
} from './import.dto.js';

/** Acts for the whole board; everybody else imports what is their institution's. */
const everywhere = 'coordinator';

const nothing = { rows: 0, created: 0, continued: 0, unchanged: 0, refused: 0, dry: true };

/** An answer, or the same with what is wrong with a file that cannot be read at all. */
export type Told<T> = { readonly told: T; readonly readable: boolean };

/** Imports and previews in the name of whoever asks. */
@Injectable()
export class ImportDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(Mappings) readonly mappings: Mappings,
  ) {}

  /** @throws Problem 403 the file or the store is no demonstration, or rows of another institution are asked for; 404 */
  async import(source: Source, actor: Actor, query: ImportQuery, demo: boolean): Promise<Told<ImportSummary>> {
    const { expected, by } = this.#reading(actor, query);
    const { dryRun, strict } = query;
    const errors: RowError[] = [];
    const onErrors = (found: readonly RowError[]) => errors.push(...found.slice(0, mostErrors - errors.length));
    const options = { actor: actor.code, institution: expected.institution, demo, dryRun, strict, onErrors };
    return told(
      async () => {
        const inspected = await inspectFile(source, expected);
        return { ...(await importFile(this.platform, source, inspected, options)), ...by, errors };
      },
      (refused) => ({ ...nothing, ...by, errors: [...refused] }),
    );
  }

  /** What an import of the same file would come to. Writes nothing. @throws Problem as `import` */
  async preview(source: Source, actor: Actor, query: ReadingQuery, demo: boolean): Promise<Told<ImportPreview>> {
    const { expected, by } = this.#reading(actor, query);
    const options = { actor: actor.code, institution: expected.institution, demo };
    return told<ImportPreview>(
      async () => {
        const inspected = await inspectFile(source, expected);
        const { sample, problems, ...rest } = await previewFile(this.platform, source, inspected, options);
        return {
          ...rest,
          sample: sample.map(({ row, cells }) => ({ row, cells: [...cells] })),
          problems: [...problems],
        };
      },
      (refused) => ({ ...nothing, ...by, sample: [], problems: refused.map((error) => ({ ...error, read: '' })) }),
    );
  }

  #reading(actor: Actor, { kind, mapping: name, institution }: ReadingQuery) {
    const mapping = name === undefined ? undefined : this.mappings.find(name);
    if (name !== undefined && mapping === undefined) throw new Problem(404, 'import/unknown-mapping');
    const expected = { kind, mapping, institution: institutionOf(actor, institution) };
    return { expected, by: mapping === undefined ? {} : { mapping: nameOf(mapping) } };
  }
}

async function told<T>(work: () => Promise<T>, refused: (errors: readonly RowError[]) => T): Promise<Told<T>> {
  try {
    return { told: await work(), readable: true };
  } catch (error) {
    if (error instanceof ImportNotAllowed) throw new Problem(403, `import/${error.reason}`);
    if (!(error instanceof FileRefused)) throw error;
    return { told: refused(error.errors), readable: false };
  }
}

/** @throws Problem 403 rows of another institution than the actor's */
function institutionOf({ role, institution }: Actor, asked: string | undefined): string | undefined {
  if (role === everywhere) return asked;
  if (asked !== undefined && asked !== institution) throw new Problem(403, 'forbidden');
  return institution;
}
