import type { Definition, Documents, Kind } from './indicators/definition.js';
import { cellIn, evaluate } from './indicators/evaluate.js';
import type { Registry } from './indicators/registry.js';
import { duesIn } from './agreements.js';
import { isOpenAt } from './caseload.js';
import { stateOf, stopOf } from './clocks.js';
import type { Cohort, Inputs } from './inputs.js';
import type { Expression, Tally } from './tally.js';

/** An indicator in a month: by which version, and how its figure follows. */
export interface Measured {
  readonly definition: Definition;
  readonly value: Expression;
}

/** Counts a month's indicators, each by the version in force then; answers them by id. */
export function measure(
  tally: Tally,
  inputs: Inputs,
  cohort: Cohort,
  registry: Registry,
): ReadonlyMap<string, Measured> {
  const documents = documentsOf(inputs, cohort);
  return new Map(
    registry
      .of(cohort.month)
      .map((definition) => [definition.id, { definition, value: valueOf(tally, definition, documents, cohort.month) }]),
  );
}

type AllDocuments = { readonly [K in Kind]: readonly Documents[K][] };

function documentsOf({ board, caseload, agreements, cutoff }: Inputs, cohort: Cohort): AllDocuments {
  return {
    cases: cohort.cases,
    referrals: cohort.referrals,
    clocks: cohort.clocks.map((clock) => {
      const stop = stopOf(board.country, clock.rule, clock.version);
      return { state: stateOf(clock, cutoff), ...(stop === undefined ? {} : { stop }) };
    }),
    caseload: caseload.map((each) => ({ state: isOpenAt(each, cohort.end) ? 'open' : 'closed' })),
    dues: duesIn(cohort.month, agreements, cutoff),
  };
}

function valueOf(tally: Tally, definition: Definition, documents: AllDocuments, month: string): Expression {
  const { numerator, denominator } = counted(definition, documents);
  if (!definition.people) {
    return denominator === undefined ? { plain: numerator } : { plainRatio: [numerator, denominator] };
  }
  const cell = cellIn(month, definition.numerator.cell);
  const headline = (id: string): void => (definition.headline ? tally.headline(id) : undefined);
  tally.set(cell, numerator);
  headline(cell);
  if (definition.denominator === undefined || denominator === undefined) return { count: cell };
  const whole = cellIn(month, definition.denominator.cell);
  tally.set(whole, denominator);
  headline(whole);
  return { ratio: [cell, whole] };
}

/** The same for each kind of document; the switch only tells the types apart. */
function counted(definition: Definition, documents: AllDocuments): ReturnType<typeof evaluate> {
  switch (definition.over) {
    case 'cases':
      return evaluate(definition, documents.cases);
    case 'referrals':
      return evaluate(definition, documents.referrals);
    case 'clocks':
      return evaluate(definition, documents.clocks);
    case 'caseload':
      return evaluate(definition, documents.caseload);
    case 'dues':
      return evaluate(definition, documents.dues);
  }
}

/** Ties what the versions of a month count to what they are a part of, once the sections have counted that. */
export function tieMeasured(tally: Tally, measured: ReadonlyMap<string, Measured>, month: string): void {
  for (const { definition } of measured.values()) {
    for (const term of [definition.numerator, definition.denominator]) {
      if (term?.within !== undefined) tally.beside(cellIn(month, term.cell), cellIn(month, term.within));
    }
  }
}
