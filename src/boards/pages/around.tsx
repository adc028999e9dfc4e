import type { ComponentChildren, VNode } from 'preact';
import { formatDate } from '#service';
import { type Again, summaryOf } from '../../pages/forms.js';
import { ErrorSummary } from '../../pages/parts.js';
import type { BoardEntry } from '../views/boards.js';
import { jurisdiction } from '../../protocol/index.js';
import { say } from './words.js';

/** The pages of one board. */
export type Corner = 'sesion' | 'acuerdos' | 'plan';

const corners = [
  ['sesion', 'around.session'],
  ['acuerdos', 'around.agreements'],
  ['plan', 'around.plan'],
] as const;

/** What every page of a board shows. */
export interface Around {
  readonly board: BoardEntry;
  /** The day it is where the board is. */
  readonly today: string;
  /** Large letters, for a wall everybody reads from. */
  readonly room: boolean;
  /** Whether the reader also reads the registers of the board: its members, whoever coordinates, and auditors. */
  readonly registers: boolean;
  /** Whether the reader may change anything. */
  readonly leads: boolean;
  readonly name: (code: string) => string;
  readonly newKey: () => string;
  /** A form of the page that comes back. */
  readonly again?: Again;
}

/** A day as people say it there: `20 mar 2026`. */
export const dayIn = ({ country }: BoardEntry, day: string): string =>
  formatDate(day, jurisdiction(country).locale, { day: 'numeric', month: 'short', year: 'numeric' });

/** A page of a board: its name, the way to its other pages, and what it is about. */
export function BoardPage(props: Around & { readonly here: Corner; readonly children: ComponentChildren }): VNode {
  const { board, today, room, registers, here, again, children } = props;
  const mode = room ? '?modo=sala' : '';
  return (
    <article class={room ? 'board room' : 'board'}>
      <nav class="around" aria-label={say('around.label')}>
        <p>
          {corners.map(([path, word]) => (
            <>
              <a href={`/mesa/${board.id}/${path}${mode}`} aria-current={path === here ? 'page' : undefined}>
                {say(word)}
              </a>{' '}
              ·{' '}
            </>
          ))}
          <a href={`/mesa/${board.id}/${monthBefore(today)}${mode}`}>{say('around.month')}</a> ·{' '}
          {registers && !room && (
            <>
              <a href={`/mesa/${board.id}/registro/activities`}>{say('around.registers')}</a> ·{' '}
              <a href={`/mesa/${board.id}/vigilancia`}>{say('around.oversight')}</a> ·{' '}
            </>
          )}
          <a href={`/mesa/${board.id}/${here}${room ? '' : '?modo=sala'}`}>
            {say(room ? 'around.desk' : 'around.room')}
          </a>
        </p>
      </nav>
      <ErrorSummary errors={summaryOf(again?.errors ?? new Map())} within={again?.within} />
      <p class="step">{board.name}</p>
      {children}
    </article>
  );
}

/** The last month that has ended. */
function monthBefore(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}
