import { type Block, type Cell, type Section, type Table, text } from '#document';
import type { Figures } from '../domain/model.js';
import type { Blocks } from './blocks.js';
import type { Making } from './people.js';

type Agreement = Figures['agreements'][number];

/** A table whose rows begin with words, and go on with the numbers the figures have for them. */
function worded<R extends { readonly id: string }>(
  blocks: Blocks,
  { path, title, heading, description }: { path: string; title: string; heading: string; description?: string },
  rows: readonly R[],
  name: (row: R) => string,
  columns: Readonly<Record<string, (row: R) => string>>,
): Table {
  const numbers = blocks.plain(path, heading, (id) => id, title);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return {
    ...numbers,
    ...(description === undefined ? {} : { description }),
    table: {
      ...numbers.table,
      columns: [...blocks.columns(Object.keys(columns)), ...numbers.table.columns],
      rows: numbers.table.rows.flatMap(({ id, cells }) => {
        const row = byId.get(id);
        if (row === undefined) return [];
        const said = Object.values(columns).map((say): Cell => text(say(row)));
        return [{ id, label: name(row), cells: [...said, ...cells] }];
      }),
    },
  };
}

/** Section 2: what was agreed before, the overdue first. */
export function agreements({ blocks, labels, titles }: Making): Section {
  const { figures, words } = labels;
  const state = ({ state, note }: Agreement): string => {
    const name = words.agreementStates[state] ?? state;
    return note === undefined || state === 'done' || state === 'cancelled'
      ? name
      : `${name}: ${words.notes[note] ?? note}`;
  };
  const held: readonly Block[] = blocks.some(
    'agreements/session',
    'session',
    (id) => words.rows[id] ?? id,
    'La sesión del mes',
  );
  const none: Block = { kind: 'note', tone: 'plain', text: words.noAgreements };
  return {
    id: 'agreements',
    number: '2',
    title: titles.agreements(blocks.table('agreements/recent')),
    blocks: [
      figures.agreements.length === 0
        ? none
        : worded(
            blocks,
            { path: 'agreements/list', title: 'Acuerdos abiertos en el mes', heading: 'agreement' },
            figures.agreements,
            ({ text: agreed }) => agreed,
            {
              owner: ({ owner }) => labels.institution(owner),
              due: ({ due }) => labels.date(due),
              state,
              evidence: ({ evidence }) => (evidence === undefined ? '—' : evidence.slice(0, 8)),
            },
          ),
      ...(figures.agreements.length === 0
        ? []
        : blocks.some(
            'agreements/recent',
            'adopted',
            () => words.rows['recent'] ?? '',
            'Los de los últimos tres meses',
          )),
      ...held,
    ],
  };
}

/** Section 12: how the plan comes along. */
export function plan({ blocks, labels, titles }: Making): Section {
  const { figures, words } = labels;
  const { plan: now } = figures;
  const title = titles.plan(blocks.table('plan/lights'));
  if (now === null) {
    return { id: 'plan', number: '12', title, blocks: [{ kind: 'note', tone: 'plain', text: words.noPlan }] };
  }
  return {
    id: 'plan',
    number: '12',
    title,
    blocks: [
      {
        kind: 'paragraph',
        text: `${now.title} (${now.norm}), del ${labels.date(now.from)} al ${labels.date(now.until)}. Montos en ${now.currency}.`,
      },
      ...blocks.some('plan/lights', 'actions', () => words.rows['actions'] ?? '', 'Semáforo'),
      worded(
        blocks,
        {
          path: 'plan/actions',
          title: 'Acciones, lo más atrasado primero',
          heading: 'action',
          description:
            'Lo esperado crece parejo del primer día al último. Hasta 10 puntos menos es verde, hasta 30 ámbar, más es rojo; vencida sin terminar es roja, detenida o por empezar es gris.',
        },
        now.actions,
        (action) => action.title,
        {
          goal: ({ goal }) => goal,
          owner: ({ responsible }) => labels.institution(responsible),
          due: ({ due }) => labels.date(due),
          light: ({ light }) => words.lights[light],
        },
      ),
    ],
  };
}

/** Lines to write on, for agreements and for guests. */
const blankLines = 8;
const guests = 4;

/** Section 13: what is agreed today, by hand; it makes the printed report the minutes. */
export function today({ labels, blocks }: Making): Section {
  const { words } = labels;
  return {
    id: 'today',
    number: '13',
    title: words.sections['today'] ?? '',
    newPage: true,
    blocks: [
      {
        kind: 'form',
        id: 'today-agreements',
        title: 'Acuerdos',
        columns: ['Acuerdo', 'Responsable', 'Fecha límite', 'Indicador que debe mover'],
        lines: blankLines,
      },
      {
        kind: 'form',
        id: 'today-signatures',
        title: 'Asistencia y firmas',
        columns: ['Institución', 'Representante', 'Titular o alterno', 'Firma'],
        lines: blocks.table('quality/reporters').rows.length + guests,
      },
    ],
  };
}
