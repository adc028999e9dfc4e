import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { digest } from '#document';
import type { Handled, Position } from '#event-log';
import { asOf } from '#projection';
import { type Meta, Problem } from '#service';
import type { Month } from '#terms';
import { PLATFORM, type Platform } from '../../../platform.js';
import { shortCode } from '../../document/build.js';
import type { Inputs } from '../../domain/inputs.js';
import type { Report } from '../../domain/model.js';
import type { Profile } from '../../domain/profiles.js';
import { Editions } from '../../editions.js';
import { inputsOf, quarterInputsOf, reportProjections } from '../../report.js';
import { type EditionCommand, editionId } from '../domain/edition.js';
import type { Cause } from '../domain/edition-events.js';
import { differences } from '../domain/differences.js';
import { related } from '../domain/ledger.js';
import { packed } from '../files.js';
import { edition, found, gated } from '../gate.js';
import type { VersionCard } from '../views/editions.js';
import { HandleEdition } from './commands.js';
import { EditionReader } from './edition-reader.js';

interface Counted {
  readonly inputs: Inputs;
  readonly quarter?: Inputs;
}

/** Takes a report through its life: by the API and by the pages alike. */
@Injectable()
export class EditionDesk {
  /** Releases go one after the other: each is weighed against all before it. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(EditionReader) private readonly reader: EditionReader,
    @Inject(Editions) private readonly editions: Editions,
  ) {}

  /**
   * Freezes a month as the record stands now, with whatever has to be left out of it.
   * @throws Problem 422 `edition/month-open`, and what reports refuse; Refusal `edition/approved`
   */
  freeze(board: string, month: Month, meta: Meta): Promise<Handled> {
    return this.#inTurn(async () => {
      const { clock, facts, software } = this.platform;
      const position = await facts.head();
      const issuedAt = clock.now();
      if (position === undefined) throw new Problem(422, 'report-beyond-record');
      const counted = await this.#counted(board, month, position, issuedAt);
      if (issuedAt < counted.inputs.until) throw new Problem(422, 'edition/month-open');
      const releases = await this.reader.releases();
      const version = (await this.reader.find(board, month))?.versions.at(-1)?.version ?? 1;
      const forBoard = await gated({ ...counted, profile: 'board', version }, releases);
      const forAll = await gated({ ...counted, profile: 'public', version }, [...releases, forBoard.released]);
      const { country } = counted.inputs.board;
      return this.#send(board, month, meta, {
        ...{ do: 'freeze', board, month, country, position, cutoff: issuedAt, issuedAt, software },
        profiles: {
          board: { digest: digest(forBoard.figures), withheld: forBoard.withheld },
          public: { digest: digest(forAll.figures), withheld: forAll.withheld },
        },
      });
    });
  }

  approve(board: string, month: Month, meta: Meta, minutes: string): Promise<Handled> {
    return this.#send(board, month, meta, { do: 'approve', minutes });
  }

  restate(board: string, month: Month, meta: Meta, cause: Cause): Promise<Handled> {
    return this.#send(board, month, meta, { do: 'restate', cause });
  }

  /**
   * Publishes what was approved, byte for byte what the record says of that position.
   * @throws Problem 404; 409 `edition/unsafe` when something was released meanwhile that it would give away with
   */
  publish(board: string, month: Month, meta: Meta, profile: Profile['id']): Promise<Handled> {
    return this.#inTurn(async () => {
      const card = await this.reader.now(board, month);
      const version = card.versions.at(-1);
      if (version?.frozen === undefined) throw new Problem(409, 'edition/not-frozen');
      const { position, cutoff, issuedAt, software, profiles } = version.frozen;
      if (version.publications.some((each) => each.profile === profile)) {
        throw new Problem(409, 'edition/published');
      }
      const counted = await this.#counted(board, month, position as Position, cutoff);
      const releases = related(counted.inputs.board.territory, await this.reader.releases());
      const wanted = { ...counted, profile, version: version.version };
      const made = await edition(wanted, releases, profiles[profile].withheld);
      const figuresDigest = digest(made.figures);
      const isAsApproved = figuresDigest === profiles[profile].digest;
      if (!isAsApproved || (await found(made, releases)).size > 0) throw new Problem(409, 'edition/unsafe');
      const seal = { position, issuedAt, software, figuresDigest, demo: this.platform.demo };
      const { cause, minutes } = version;
      if (minutes === undefined) throw new Problem(409, 'edition/not-approved');
      const report = await this.editions.released({
        edition: { version: version.version, minutes, ...(cause === undefined ? {} : { cause }) },
        ...{ figures: made.figures, seal },
      });
      const changes = await this.#changes(card.versions, profile, report);
      return this.#send(board, month, meta, {
        ...{ do: 'publish', profile, digest: figuresDigest, code: shortCode(figuresDigest) },
        ...{ figures: made.released, files: await packed(report) },
        ...(changes === undefined ? {} : { changes }),
        ...(report.seal.ledger === undefined ? {} : { checkpoint: report.seal.ledger }),
      });
    });
  }

  /** What is printed otherwise than in the version published before. */
  async #changes(versions: readonly VersionCard[], profile: Profile['id'], { figures }: Report) {
    const before = versions
      .slice(0, -1)
      .filter(({ publications }) => publications.some((each) => each.profile === profile))
      .at(-1);
    if (before === undefined) return undefined;
    const { board, period } = figures;
    return differences(await this.reader.figures(board.id, period.month, before.version, profile), figures);
  }

  /** What the report is made of, replayed up to a position on views that are thrown away. */
  async #counted(board: string, month: Month, position: Position, cutoff: string): Promise<Counted> {
    const views = await asOf(this.platform.facts, reportProjections, position);
    try {
      const quarter = await quarterInputsOf(views, board, month, cutoff);
      return { inputs: await inputsOf(views, board, month, cutoff), ...(quarter === undefined ? {} : { quarter }) };
    } finally {
      await views.close();
    }
  }

  #send(board: string, month: Month, meta: Meta, command: EditionCommand): Promise<Handled> {
    return this.commands.execute(new HandleEdition({ ...meta, id: editionId(board, month), command }));
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work, work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
