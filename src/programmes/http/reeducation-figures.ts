import { Inject, Injectable } from '@nestjs/common';
import { IsIn, IsInt, IsNumber, IsOptional, IsString } from 'class-validator';
import { everyListed, type Projection, type Views } from '#projection';
import { NestedList } from '#service';
import { countryNow } from '../../country.js';
import { changesShown } from '../domain/participant-changes.js';
import { reeducationShown } from '../domain/reeducation-activity.js';
import { participantChanges, type ProgrammeKind } from '../views/participant-changes.js';
import { reeducationMonths } from '../views/reeducation-months.js';
import { Counting } from './counting.js';

/** A count by what it counts; `null`: so few that it would point at somebody, or what such a count follows from. */
export class CountView {
  @IsString()
  of: string;

  @IsOptional()
  @IsInt()
  count: number | null;
}

export class ReeducationActivityView {
  @IsString()
  year: string;

  /** The last day whose records count. */
  @IsString()
  through: string;

  @NestedList(() => CountView, 40)
  counts: readonly CountView[];
}

/** How participants changed between two measures; `null` is withheld. */
export class ShownChangesView {
  @IsOptional()
  @IsInt()
  measured: number | null;

  @IsOptional()
  @IsInt()
  favourable: number | null;

  /** In points. */
  @IsOptional()
  @IsNumber()
  mean: number | null;
}

export class DistrictChangesView extends ShownChangesView {
  @IsString()
  district: string;
}

export class ChangesView extends ShownChangesView {
  @IsIn(['REEDUCATION', 'MASCULINITIES'])
  programme: ProgrammeKind;

  @IsString()
  instrument: string;

  @IsInt()
  version: number;

  @IsString()
  year: string;

  /** The last day whose records count. */
  @IsString()
  through: string;

  @NestedList(() => DistrictChangesView, 2_000)
  districts: readonly DistrictChangesView[];
}

/**
 * Figures of programmes, by calendar year and for the country of who asks: nothing of less than five people. No institution
 * keeps all of what they count, so they are for everybody those of the last month that is over.
 */
@Injectable()
export class ReeducationFigures {
  constructor(@Inject(Counting) private readonly counting: Counting) {}

  /** The year of the last month that counts where the one who asks is. */
  lastYear(): string {
    return this.counting.through().slice(0, 4);
  }

  async activity(year = this.lastYear()): Promise<ReeducationActivityView> {
    const { views, through } = await this.counting.outside();
    const counts = reeducationShown(await ofYear(views, reeducationMonths, year));
    return { year, through, counts: Object.entries(counts).map(([of, count]) => ({ of, count })) };
  }

  /** Of each programme and instrument by itself: points of two instruments are not added up. */
  async changes(year = this.lastYear()): Promise<readonly ChangesView[]> {
    const { views, through } = await this.counting.outside();
    const rows = await ofYear(views, participantChanges, year);
    const kinds = new Map(
      rows.map(({ programme, instrument, version }) => [
        `${programme} ${instrument} ${version}`,
        { programme, instrument, version },
      ]),
    );
    return [...kinds.values()].map((kind) => ({
      ...{ ...kind, year, through },
      ...changesShown(
        rows.filter(
          ({ programme, instrument, version }) =>
            programme === kind.programme && instrument === kind.instrument && version === kind.version,
        ),
      ),
    }));
  }
}

/** All documents of a year in the list `country/<code>`, which is sorted by month. */
async function ofYear<D>(views: Pick<Views, 'list'>, projection: Projection<D>, year: string): Promise<readonly D[]> {
  const all: D[] = [];
  const since = { after: `${year}-00` };
  for await (const { sort, document } of everyListed(views, projection, `country/${countryNow()}`, since)) {
    if (!sort.startsWith(year)) break;
    all.push(document);
  }
  return all;
}
