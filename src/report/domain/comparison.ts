import { Refusal } from '#decider';
import { type Definition, nameOf } from './indicators/definition.js';
import type { Registry } from './indicators/registry.js';
import { type Figures, hidden, published, unmeasured, type Value } from './model.js';
import { round } from './tally.js';

/** What two boards can both be counted by. */
export interface Comparison {
  readonly month: string;
  readonly boards: readonly [Figures['board'], Figures['board']];
  readonly populations: readonly [Figures['population'], Figures['population']];
  readonly rows: readonly {
    /** `id@version` */
    readonly indicator: string;
    readonly values: readonly [Value, Value];
    /** By 10,000 inhabitants, for what is counted in cases. */
    readonly rates?: readonly [Value, Value];
  }[];
  /** What only each report has, and why. */
  readonly apart: readonly { readonly id: string; readonly because: 'version' | 'country' }[];
}

/** Inhabitants a rate is given by. */
const per = 10_000;

/**
 * Two boards side by side, out of their published figures alone: nothing one report withholds is here, and no case of
 * either is looked at.
 * @throws Refusal `report/boards-overlap`: what one has more than the other would be a third place's count;
 *   `report/other-months`
 */
export function compare(one: Figures, other: Figures, registry: Registry): Comparison {
  if (one.period.month !== other.period.month) {
    throw new Refusal('report/other-months', 'boards are compared in one month', 'invalid');
  }
  const sameCountry = one.board.country === other.board.country;
  if (sameCountry && one.board.districts.some((district) => other.board.districts.includes(district))) {
    throw new Refusal('report/boards-overlap', 'boards that share a district are not compared', 'invalid');
  }
  const apart: Comparison['apart'][number][] = [];
  const rows = one.indicators.flatMap((mine): Comparison['rows'] => {
    const theirs = other.indicators.find(({ id }) => id === mine.id);
    const definition = registry.find(mine.id, mine.version);
    if (theirs === undefined || definition === undefined) return [];
    const because = difference(definition, theirs.version, sameCountry);
    if (because !== undefined) {
      apart.push({ id: mine.id, because });
      return [];
    }
    const values = [valueOf(mine), valueOf(theirs)] as const;
    const rated = definition.unit === 'cases';
    const rates = [rateOf(values[0], one.population), rateOf(values[1], other.population)] as const;
    return [{ indicator: nameOf(mine), values, ...(rated ? { rates } : {}) }];
  });
  return {
    month: one.period.month,
    boards: [one.board, other.board],
    populations: [one.population, other.population],
    rows,
    apart,
  };
}

function difference(
  { version, comparable }: Definition,
  other: number,
  sameCountry: boolean,
): 'version' | 'country' | undefined {
  if (version !== other) return 'version';
  return comparable === 'country' && !sameCountry ? 'country' : undefined;
}

/** The value alone, without what an indicator says beside it. */
function valueOf(value: Value): Value {
  if (value.status === 'hidden') return hidden;
  if (value.status === 'published') return published(value.value, value.numerator, value.denominator);
  const { because } = value;
  if (because === undefined) return unmeasured;
  return { status: 'unmeasured', because, value: null, numerator: null, denominator: null };
}

function rateOf(value: Value, population: Figures['population']): Value {
  if (value.status !== 'published') return valueOf(value);
  if (population === null) return unmeasured;
  return published(round((value.value * per) / population.inhabitants, 2), value.value, population.inhabitants);
}
