import { type List, type Section, type Table, text } from '#document';
import { type Definition, nameOf } from '../domain/indicators/definition.js';
import { indicators } from '../domain/indicators/registry.js';
import type { Labels } from './labels.js';

/** The section every indicator leads to. */
export const definitionsId = 'definitions';

/** What each indicator of a report counts: by the version the report was counted by, not by what holds now. */
export function definitions(labels: Labels): Section {
  const used = labels.figures.indicators.flatMap(({ id, version }) => indicators.find(id, version) ?? []);
  const columns: Readonly<Record<string, (definition: Definition) => string>> = {
    version: nameOf,
    since: ({ validFrom }) => validFrom,
  };
  const table: Table = {
    kind: 'table',
    id: 'definitions-list',
    title: 'Versión aplicada a cada indicador',
    table: {
      rowHeading: labels.words.headings.indicator,
      columns: Object.keys(columns).map((id) => ({ id, label: labels.words.columns[id] ?? id })),
      rows: used.map((definition) => ({
        id: nameOf(definition),
        label: definition.title_es,
        cells: Object.values(columns).map((say) => text(say(definition))),
      })),
    },
  };
  // In sentences: a column of a table is too narrow for them on paper.
  const said: List = { kind: 'list', items: used.map((each) => ({ text: sentence(each, labels.words.unchecked) })) };
  return {
    id: definitionsId,
    number: '15.1',
    title: labels.words.sections['definitions'] ?? '',
    blocks: [said, table],
  };
}

function sentence({ title_es, numerator, denominator, exclusions_es, source }: Definition, unchecked: string): string {
  const norm = source.verified ? source.norm : `${source.norm}, ${unchecked}`;
  return [
    `${title_es}. ${numerator.words_es}`,
    ...(denominator === undefined ? [] : [`De: ${denominator.words_es.toLowerCase()}`]),
    `No entra: ${exclusions_es.join('; ').toLowerCase()}`,
    `Fuente: ${norm}.`,
  ].join('. ');
}
