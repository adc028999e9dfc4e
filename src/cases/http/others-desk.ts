import { Inject, Injectable } from '@nestjs/common';
import type { Handled } from '#event-log';
import { type Actor, type Meta, Problem } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { ageBandOf } from '../../protocol/index.js';
import { fingerprintOf } from '../../requests.js';
import type { DescribeOther } from '../domain/commands.js';
import { type Described, type OtherKind, otherKinds } from '../domain/other-events.js';
import type { CaseCard } from '../views/case-card.js';
import { CaseDesk, type Shown } from './case-desk.js';
import { FileDesk } from './file-desk.js';
import type { AggressorDto, ChildrenDto, ReporterDto } from './others.dto.js';

/** What the command of a description says besides who says it. */
type Saying<D extends DescribeOther['do']> = Omit<Extract<DescribeOther, { do: D }>, 'do' | 'institution'>;

/** Where the others of a case are described and shown, by the API and by the pages alike. */
@Injectable()
export class OthersDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CaseDesk) private readonly desk: CaseDesk,
    @Inject(FileDesk) private readonly files: FileDesk,
  ) {}

  /** @throws Problem 404, 409 another institution answers for the case, 410 erased; Refusal it says nothing */
  aggressor(actor: Actor, id: string, meta: Meta, dto: AggressorDto): Promise<Handled> {
    const { relation, sex, age } = dto;
    const saying: Saying<'describe-aggressor'> = {
      ...(relation === undefined ? {} : { relation }),
      ...(sex === undefined ? {} : { sex }),
      ...(age === undefined ? {} : { ageBand: ageBandOf(age) }),
      ...detailsOf(dto),
    };
    return this.#send(actor, id, meta, 'aggressor', dto, { do: 'describe-aggressor', ...saying });
  }

  /** @throws as `aggressor` */
  children(actor: Actor, id: string, meta: Meta, dto: ChildrenDto): Promise<Handled> {
    const { ages } = dto;
    const saying: Saying<'describe-children'> = {
      ...(ages === undefined ? {} : { byAge: byBand(ages) }),
      ...detailsOf(dto),
    };
    return this.#send(actor, id, meta, 'children', dto, { do: 'describe-children', ...saying });
  }

  /** @throws as `aggressor` */
  async reporter(actor: Actor, id: string, meta: Meta, dto: ReporterDto): Promise<Handled> {
    const { details } = detailsOf(dto);
    if (details === undefined) throw new Problem(422, 'case/nothing-described');
    return this.#send(actor, id, meta, 'reporter', dto, { do: 'describe-reporter', details });
  }

  /** Opens what is written of them, for whom the policies allow it. */
  show(actor: Actor, { id, others }: CaseCard, kind: OtherKind): Promise<Shown<Described>> {
    const place = { type: otherKinds[kind], field: 'details', category: kind };
    return this.desk.show(actor, id, others[kind]?.details, place);
  }

  async #send(
    actor: Actor,
    id: string,
    meta: Meta,
    kind: OtherKind,
    dto: object,
    command: { [D in DescribeOther['do']]: { readonly do: D } & Saying<D> }[DescribeOther['do']],
  ): Promise<Handled> {
    const { institution, person } = await this.files.own(actor, id);
    const owner = command.details === undefined ? undefined : { subject: person, category: kind };
    const fingerprint = await fingerprintOf(this.platform.vault, dto, owner);
    return this.desk.send(id, { ...command, institution }, { ...meta, fingerprint });
  }
}

/** The words of a description; nothing where there are none. */
function detailsOf({ name, documentId, phone, address, notes }: Described): { readonly details?: Described } {
  const given = Object.entries({ name, documentId, phone, address, notes }).filter(([, text]) => text !== undefined);
  return given.length === 0 ? {} : { details: Object.fromEntries(given) };
}

function byBand(ages: readonly number[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const age of ages) counts[ageBandOf(age)] = (counts[ageBandOf(age)] ?? 0) + 1;
  return counts;
}
