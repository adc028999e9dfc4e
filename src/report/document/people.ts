import type { Section } from '#document';
import { jurisdiction } from '../../protocol/index.js';
import type { Blocks } from './blocks.js';
import type { Labels } from './labels.js';
import type { Titles } from './titles.js';

/** What the sections about people and their cases are made with. */
export interface Making {
  readonly blocks: Blocks;
  readonly labels: Labels;
  readonly titles: Titles;
}

/** Section 4: who they are. */
export function who({ blocks, labels }: Making): Section {
  const { figures, words } = labels;
  const code = (list: string) => (id: string) => labels.code(list, id);
  const bands = jurisdiction(figures.board.country).ageBands;
  const age = (id: string): string => bands.find((band) => band.code === id)?.label_es ?? words.rows[id] ?? id;
  return {
    id: 'who',
    number: '4',
    title: words.sections['who'] ?? '',
    blocks: [
      blocks.bars('who/by-age', 'age-band', age, 'Edad', 'Casos nuevos del mes, por la edad de la persona afectada.'),
      blocks.plain('who/by-sex', 'sex', code('sexes'), 'Sexo'),
      blocks.plain('who/by-relation', 'relation', code('relations'), 'Qué es de ella la persona denunciada'),
      blocks.plain('who/by-language', 'mother-tongue', code('motherTongues'), 'Lengua materna'),
      blocks.plain('who/by-disability', 'disability', code('disabilities'), 'Discapacidad que declara'),
      blocks.plain('who/by-ethnicity', 'ethnicity', code('ethnicities'), 'Cómo se reconoce por sus costumbres'),
      {
        kind: 'note',
        tone: 'plain',
        text: 'Discapacidad y pertenencia étnica las declara la persona, si quiere: sin dato no es «ninguna».',
      },
    ],
  };
}

/** Section 10: the account of cases, and how old those left are. */
export function caseload({ blocks, labels, titles }: Making): Section {
  const { words } = labels;
  const account = blocks.table('caseload/account');
  return {
    id: 'caseload',
    number: '10',
    title: titles.caseload(account),
    blocks: [
      blocks.plain('caseload/account', 'account', (id) => words.rows[id] ?? id, 'La cuenta del mes'),
      {
        kind: 'note',
        tone: 'plain',
        text: 'Abiertos al inicio, más ingresados y reabiertos, menos cerrados, son los abiertos al cierre: si no cuadra, no se publica. Ingresados son todos, también los derivados de otro centro y los continuadores.',
      },
      ...(blocks.has('caseload/by-age')
        ? [
            blocks.bars(
              'caseload/by-age',
              'open-for',
              (id) => words.openFor[id] ?? id,
              'Desde cuándo están abiertos',
              'Casos abiertos al cierre, por los días desde que se abrieron.',
            ),
          ]
        : []),
    ],
  };
}

/** Section 11: violence again. */
export function repeats({ blocks, labels, titles }: Making): Section {
  return {
    id: 'repeats',
    number: '11',
    title: titles.repeats(blocks.table('repeats/by-condition')),
    blocks: [
      blocks.plain(
        'repeats/by-condition',
        'condition',
        (id) => labels.code('conditions', id),
        'Casos nuevos que son violencia otra vez',
      ),
      {
        kind: 'note',
        tone: 'plain',
        text: 'Porcentajes sobre todos los casos nuevos del mes. Cada mes se cuenta por sí solo: restar dos años móviles dejaría ver números reservados.',
      },
    ],
  };
}
