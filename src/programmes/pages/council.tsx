import type { VNode } from 'preact';
import { label } from '../../pages/labels.js';
import { Back, Tag } from '../../pages/parts.js';
import { dayName, longDay, monthName } from '../../pages/time.js';
import type { HelpFigures } from '../domain/network-figures.js';
import type { FiguresOfNetwork } from '../http/council-desk.js';
import { type CouncilCard, servingOn } from '../views/councils.js';
import type { NetworkCard } from '../views/networks.js';
import { say } from './community-words.js';

interface CouncilsProps {
  readonly councils: readonly CouncilCard[];
  readonly networks: readonly NetworkCard[];
  readonly today: string;
  /** The last whose figures are told. */
  readonly month: string;
  readonly name: (code: string) => string;
}

/** The councils of each network, then those of none. */
export function CouncilsPage(props: CouncilsProps): VNode {
  const { councils, networks, month } = props;
  const known = new Set(networks.map(({ id }) => id));
  const loose = councils.filter(({ network }) => network === undefined || !known.has(network));
  return (
    <>
      <h1>{say('councils.title')}</h1>
      <p>
        <a href="/comunidades/asambleas">{say('assemblies.title')}</a>
      </p>
      {councils.length === 0 && <p class="empty">{say('councils.none')}</p>}
      {networks.map(({ id, name }) => (
        <section key={id}>
          <h2>
            {say('network.title')}: {name}
          </h2>
          <p>
            <a href={`/comunidades/redes/${id}/${month}`}>{say('network.month', { month: monthName(month) })}</a>
          </p>
          <Councils {...props} councils={councils.filter(({ network }) => network === id)} />
        </section>
      ))}
      {loose.length > 0 && (
        <section>
          <h2>{say('councils.loose')}</h2>
          <Councils {...props} councils={loose} />
        </section>
      )}
    </>
  );
}

function Councils({ councils, today, name }: CouncilsProps): VNode {
  return (
    <ul class="rows">
      {councils.map((council) => {
        const { id, kind, name: title, communities, recognised, endedOn } = council;
        const serving = servingOn(council, today);
        const trained = serving.filter(({ training }) => training === 'TRAINED').length;
        return (
          <li key={id}>
            <p>
              <b>{title}</b> · {label('institutionTypes', kind)}
              {endedOn !== undefined && <Tag>{say('councils.ended', { on: dayName(endedOn) })}</Tag>}
            </p>
            <p class="line">
              {say('councils.serving', { count: serving.length, trained })} ·{' '}
              {say('councils.communities', { names: communities.map(name).join(', ') })} ·{' '}
              {recognised === undefined
                ? say('councils.unrecognised')
                : say('councils.recognised', { by: name(recognised.by), on: dayName(recognised.on) })}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

const figure = (count: number | null | undefined): string =>
  count === null || count === undefined ? say('network.hidden') : String(count);

/** What the councils of a network did in a month. */
export function NetworkPage(props: {
  readonly month: string;
  readonly figures: FiguresOfNetwork;
  readonly name: (code: string) => string;
}): VNode {
  const { month, figures, name } = props;
  const { network, through, councils, total } = figures;
  const acts = Object.keys(total.acts);
  const columns = [say('network.taken'), ...acts.map((act) => label('communityActs', act))];
  const row = (title: string, { taken, acts: done }: HelpFigures): VNode => (
    <tr key={title}>
      <th scope="row">{title}</th>
      {[taken, ...acts.map((act) => done[act])].map((count, index) => (
        <td key={columns[index]} data-name={columns[index]}>
          {figure(count)}
        </td>
      ))}
    </tr>
  );
  return (
    <>
      <Back href="/comunidades" />
      <p class="step">{network.name}</p>
      <h1>{say('network.month', { month: monthName(month) })}</h1>
      <p>{say('network.note')}</p>
      <p class="hint">{say('network.through', { day: longDay(through) })}</p>
      <table class="actions">
        <thead>
          <tr>
            <th scope="col">{say('network.council')}</th>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(councils).map(([council, each]) => row(name(council), each))}
          {row(say('network.total'), total)}
        </tbody>
      </table>
      <h2>{say('network.matters')}</h2>
      <dl class="facts">
        {Object.entries(total.matters).map(([matter, count]) => (
          <div key={matter}>
            <dt>{label(['violenceTypes', 'communityMatters'], matter)}</dt>
            <dd>{figure(count)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
