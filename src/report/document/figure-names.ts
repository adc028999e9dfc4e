import { numberFormat } from '#document';
import { jurisdiction, labelOf } from '../../protocol/index.js';
import { nameOfTable } from './left-out.js';
import type { ReportWords } from './words.js';

/** By table, the lists that its rows are codes of. */
const lists: Readonly<Record<string, readonly string[]>> = {
  'by-type': ['violenceTypes'],
  'by-risk': ['riskLevels'],
  'by-door': ['entryDoors', 'networkDoors'],
  'by-condition': ['conditions'],
  'by-sex': ['sexes'],
  'by-relation': ['relations'],
  'by-language': ['motherTongues'],
  'by-disability': ['disabilities'],
  'by-ethnicity': ['ethnicities'],
  'by-service': ['services'],
  outcomes: ['outcomes'],
};

/**
 * A figure by its path (`section/table/row/column`, or the id of an indicator) in the words the report has for it.
 * @param country of the board: its lists name the codes
 */
export function figureName(path: string, country: string, words: ReportWords): string {
  const [section, table = '', row = '', ...more] = path.split('/');
  const { codes } = jurisdiction(country);
  const list = (lists[table] ?? [])
    .map((name) => codes[name])
    .find((each) => each?.entries.some(({ code }) => code === row) === true);
  return list === undefined
    ? nameOfTable(path, words)
    : [
        nameOfTable([section, table].join('/'), words),
        labelOf(list, row),
        ...more.map((part) => words.columns[part] ?? part),
      ].join(' · ');
}

/** What a figure says, as it is printed: a share in percent, the rest as numbers. */
export function figureValue(path: string, value: number, country: string): string {
  const { locale } = jurisdiction(country);
  const isShare = /(?:^|\/)share(?:-|$)/u.test(path);
  return numberFormat(
    locale,
    isShare ? { style: 'percent', maximumFractionDigits: 1 } : { maximumFractionDigits: 2 },
  ).format(value);
}
