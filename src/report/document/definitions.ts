import { type List, type Section, type Table, text } from '#document';
import { type Definition, nameOf } from '../domain/indicators/definition.js';
import { indicators } from '../domain/indicators/registry.js';
import type { Labels } from './labels.js';

/** The section with every definition of a report. */
const definitionsId = 'definitions';

/** The section with one definition; the version is a part of it, so that a link never leads to another one. */
export const sectionOf = ({ id, version }: Pick<Definition, 'id' | 'version'>): string => `definition-${id}-${version}`;

/** The definitions a report was counted by: by the versions it names, not by what holds now. */
const usedIn = ({ figures }: Labels): readonly Definition[] =>
  figures.indicators.flatMap(({ id, version }) => indicators.find(id, version) ?? []);

/** What each indicator of a report counts: the versions in a table, then a section for each. */
export function definitions(labels: Labels): readonly Section[] {
  const used = usedIn(labels);
  const columns: Readonly<Record<string, (definition: Definition) => string>> = {
    version: nameOf,
    since: ({ validFrom }) => labels.month(validFrom),
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
  return [
    { id: definitionsId, number: '15.1', title: labels.words.sections['definitions'] ?? '', blocks: [table] },
    ...used.map((each) => ({
      id: sectionOf(each),
      title: `Definición: ${lower(each.title_es)}`,
      blocks: [said(each, labels)],
    })),
  ];
}

/** In sentences: a column of a table is too narrow for them on paper. */
function said(definition: Definition, labels: Labels): List {
  const { numerator, denominator, exclusions_es, source, validFrom } = definition;
  const norm = source.verified ? source.norm : `${source.norm}, ${labels.words.unchecked}`;
  const sentences = [
    `Definición: ${nameOf(definition)}, válida desde ${labels.month(validFrom)}`,
    `${denominator === undefined ? 'Cuenta' : 'Numerador'}: ${lower(numerator.words_es)}`,
    ...(denominator === undefined ? [] : [`Denominador: ${lower(denominator.words_es)}`]),
    `No entra: ${exclusions_es.map(lower).join('; ')}`,
    `Fuente: ${norm}`,
  ];
  return { kind: 'list', items: sentences.map((sentence) => ({ text: `${sentence}.` })) };
}

/** In the middle of a sentence; the names of institutions are kept. */
const lower = (said: string): string => said.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (first) => first.toLowerCase());
