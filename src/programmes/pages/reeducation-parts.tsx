import type { ComponentChildren, VNode } from 'preact';
import { formatNumber } from '#service';
import { localeNow } from '../../country.js';
import { longDay } from '../../pages/time.js';
import type { FundCurrency } from '../domain/fund-events.js';
import { say } from './reeducation-words.js';

/** The pages of these programmes. */
export type ProgrammeCorner = 'reeducacion' | 'masculinidades' | 'fondos';

const corners = [
  ['reeducacion', 'around.reeducation'],
  ['masculinidades', 'around.men'],
  ['fondos', 'around.funds'],
] as const;

/** A page of a programme, with the way to the others. */
export const ProgrammePage = (props: {
  readonly here: ProgrammeCorner;
  readonly children: ComponentChildren;
}): VNode => (
  <article>
    <nav class="around" aria-label={say('around.label')}>
      <p>
        {corners.map(([path, word], nth) => (
          <>
            {nth > 0 && ' · '}
            <a href={`/programas/${path}`} aria-current={path === props.here ? 'page' : undefined}>
              {say(word)}
            </a>
          </>
        ))}
      </p>
    </nav>
    {props.children}
  </article>
);

/** A table of figures: the first column says of what. */
export const Sums = (props: {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly [string, ...(readonly string[])])[];
}): VNode => (
  <table class={props.heads.length > 0 ? 'sums listing' : 'sums'} tabIndex={0} aria-label={props.label}>
    {props.heads.length > 0 && (
      <thead>
        <tr>
          {props.heads.map((head, nth) => (
            <th key={head} scope="col" class={nth === 0 ? undefined : 'number'}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
    )}
    <tbody>
      {props.rows.map(([of, ...figures], nth) => (
        <tr key={nth}>
          <th scope="row">{of}</th>
          {figures.map((figure, column) => (
            <td key={column} class="number" data-name={props.heads[column + 1]}>
              {figure}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

/** Up to which day figures count; nothing where they count until now. */
export const Through = ({ day }: { readonly day: string | undefined }): VNode | null =>
  day === undefined ? null : <p class="hint">{say('through', { day: longDay(day) })}</p>;

/** A count, or that it is so small that it is not told. */
export const countText = (count: number | null): string =>
  count === null ? say('withheld') : formatNumber(count, localeNow());

/** Whole cents as people write money. */
export const moneyText = (cents: number, currency: FundCurrency): string =>
  formatNumber(cents / 100, localeNow(), { style: 'currency', currency });
