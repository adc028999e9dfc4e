import { type Definition, nameOf } from './indicators/definition.js';
import type { Registry } from './indicators/registry.js';
import type { Report, Value } from './model.js';

/** Where the rows come from: everything needed to ask for the same report again. */
interface Source {
  readonly board: string;
  readonly name: string;
  readonly level: string;
  readonly country: string;
  /** Districts, by the codes of the country. */
  readonly territory: readonly string[];
  /** `YYYY-MM` */
  readonly month: string;
  readonly cutoff: string;
  /** Log position up to which everything is counted, and the digest of the report's figures. */
  readonly position: string;
  readonly figuresDigest: string;
  readonly profile: string;
  readonly demo: boolean;
}

/** One indicator of a month. */
type Row = Value & {
  readonly indicator: string;
  readonly version: number;
  /** `id@version`: under this name the definition is served, for ever. */
  readonly definition: string;
  readonly title: string;
  readonly unit: Definition['unit'];
};

/** A board's indicators for whoever compares territories. */
export interface Observatory extends Source {
  readonly indicators: readonly Row[];
}

/**
 * The indicators of a report for an observatory: its published values and nothing else, so that what the report
 * withholds is withheld here, numerator and denominator included.
 * @throws RangeError an indicator was counted by a definition nobody knows
 */
export function observatoryOf({ figures, seal }: Report, registry: Registry): Observatory {
  const { board, period, profile } = figures;
  return {
    board: board.id,
    name: board.name,
    level: board.level,
    country: board.country,
    territory: board.districts,
    month: period.month,
    cutoff: period.cutoff,
    position: seal.position,
    figuresDigest: seal.figuresDigest,
    profile,
    demo: seal.demo,
    indicators: figures.indicators.map((each) => {
      const definition = registry.find(each.id, each.version);
      if (definition === undefined) throw new RangeError(`no definition ${nameOf(each)}`);
      const { status, value, numerator, denominator } = each;
      return {
        indicator: each.id,
        version: each.version,
        definition: nameOf(each),
        title: definition.title_es,
        unit: definition.unit,
        ...({ status, value, numerator, denominator } as Value),
        ...(each.status === 'unmeasured' && each.because !== undefined ? { because: each.because } : {}),
      };
    }),
  };
}

/** The columns of the same as a table: each row says by itself what it is of. */
export const observatoryColumns = [
  'country',
  'level',
  'board',
  'name',
  'territory',
  'month',
  'indicator',
  'version',
  'definition',
  'title',
  'unit',
  'status',
  'value',
  'numerator',
  'denominator',
  'cutoff',
  'position',
  'figures_digest',
  'demo',
] as const;

/** An indicator a row, every cell as text; a number that is not there is an empty cell. */
export function observatoryRows(
  observatory: Observatory,
): readonly Readonly<Record<(typeof observatoryColumns)[number], string>>[] {
  const { country, level, board, name, territory, month, cutoff, position, figuresDigest, demo } = observatory;
  const number = (value: number | null): string => (value === null ? '' : String(value));
  return observatory.indicators.map((each) => ({
    ...{ country, level, board, name, territory: territory.join(' '), month },
    indicator: each.indicator,
    version: String(each.version),
    definition: each.definition,
    title: each.title,
    unit: each.unit,
    status: each.status,
    value: number(each.value),
    numerator: number(each.numerator),
    denominator: number(each.denominator),
    ...{ cutoff, position, figures_digest: figuresDigest, demo: String(demo) },
  }));
}
