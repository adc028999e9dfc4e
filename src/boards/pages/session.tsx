import type { VNode } from 'preact';
import { localDate } from '#terms';
import { ofForm } from '../../pages/forms.js';
import { Button, Facts, Select, Send, Text } from '../../pages/parts.js';
import { when } from '../../pages/time.js';
import { zoneOf } from '../../protocol/index.js';
import { agendaKinds, sessionKinds } from '../domain/codes.js';
import type { AgreementCard } from '../views/agreements.js';
import type { SessionCard } from '../views/sessions.js';
import { type Around, BoardPage, dayIn } from './around.js';
import { AgreementLine } from './agreements.js';
import { say } from './words.js';

export interface SessionProps extends Around {
  readonly session?: SessionCard;
  readonly last?: SessionCard;
  /** What is open, by the day it is due. */
  readonly open: readonly AgreementCard[];
  /** Actions of the plans in force an agreement may serve. */
  readonly actions: readonly { readonly value: string; readonly label: string }[];
}

/** The session a board is in, or the next one it is called to. */
export function SessionPage(props: SessionProps): VNode {
  const { session, last, leads } = props;
  return (
    <BoardPage {...props} here="sesion">
      <h1>{title(props)}</h1>
      {session === undefined ? (
        <p class="empty">{say('session.none')}</p>
      ) : (
        <>
          <Facts
            rows={[
              [say('session.when'), when(session.at)],
              [say('session.where'), session.place],
              [say('session.kind'), say(`kind.${session.kind}`)],
            ]}
          />
          {session.status === 'open' && <Quorum session={session} />}
          {session.status === 'open' && <Attendance {...props} session={session} />}
          <Agenda {...props} session={session} />
          <Due {...props} session={session} />
          {session.status === 'open' && <Decisions {...props} session={session} />}
          {leads && <Lead {...props} session={session} />}
        </>
      )}
      {last !== undefined && (
        <p class="line">
          {say('session.last', {
            when: when(last.at),
            present: last.present.length,
            seated: last.seated.length,
            decisions: last.decisions.length,
          })}
        </p>
      )}
      {leads && last?.status === 'closed' && last.minutes === undefined && <Minutes {...props} session={last} />}
      {leads && session?.status !== 'open' && <Convene {...props} />}
    </BoardPage>
  );
}

function title({ session, today, board }: SessionProps): string {
  if (session === undefined || session.status === 'open') return say('session.today');
  const day = localDate(session.at, zoneOf(board.country));
  if (day === today) return say('session.today');
  return say(day < today ? 'session.missed' : 'session.next');
}

type OfSession = SessionProps & { readonly session: SessionCard };

const at = ({ board, session }: OfSession): string => `/mesa/${board.id}/sesion/${session.id}`;

const hasQuorum = ({ present, quorum }: SessionCard): boolean => present.length >= quorum;

/** Whether there are enough, in words that can be read out. */
function Quorum({ session }: { session: SessionCard }): VNode {
  const { present, seated, quorum } = session;
  const counts = { present: present.length, seated: seated.length, quorum, missing: quorum - present.length };
  return (
    <p class={hasQuorum(session) ? 'quorum enough' : 'quorum'} role="status">
      {say(hasQuorum(session) ? 'quorum.yes' : 'quorum.no', counts)}
    </p>
  );
}

/** A tick for each member that came, another where its alternate did, another where it is elsewhere. */
function Attendance(props: OfSession): VNode {
  const { session, name, newKey, leads } = props;
  const came = new Map(session.present.map((each) => [each.organization, each]));
  const ticks = (organization: string) =>
    [
      ['present', 'attendance.came', came.has(organization)],
      ['alternate', 'attendance.alternate', came.get(organization)?.by === 'alternate'],
      ['remote', 'attendance.remote', came.get(organization)?.mode === 'remote'],
    ] as const;
  const table = (
    <table class="ticks">
      <thead>
        <tr>
          <th scope="col">{say('attendance.organization')}</th>
          <th scope="col">{say('attendance.came')}</th>
          <th scope="col">{say('attendance.alternate')}</th>
          <th scope="col">{say('attendance.remote')}</th>
        </tr>
      </thead>
      <tbody>
        {session.seated.map((organization) => (
          <tr key={organization}>
            <th scope="row">
              {name(organization)}
              {organization === session.presiding && ` (${say('attendance.presides')})`}
            </th>
            {ticks(organization).map(([field, word, checked]) => (
              <td key={field}>
                <label>
                  <input
                    type="checkbox"
                    name={field}
                    value={organization}
                    checked={checked}
                    disabled={!leads || (field === 'alternate' && organization === session.presiding)}
                    aria-label={say('attendance.of', { what: say(word), organization: name(organization) })}
                  />
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <section>
      <h2>{say('attendance.title')}</h2>
      {leads ? (
        <Send action={`${at(props)}/asistencia`} commandKey={newKey()}>
          {table}
          <Button kind="quiet">{say('attendance.save')}</Button>
        </Send>
      ) : (
        table
      )}
    </section>
  );
}

function Agenda(props: OfSession): VNode {
  const { session, leads, newKey } = props;
  const items = session.agenda.filter(({ agreement }) => agreement === undefined);
  return (
    <section>
      <h2>{say('agenda.title')}</h2>
      {items.length === 0 && <p class="empty">{say('agenda.none')}</p>}
      <ol class="agenda">
        {items.map(({ item, kind, title }) => (
          <li key={item}>
            {title} <span class="hint">({say(`agenda.${kind}`)})</span>
          </li>
        ))}
      </ol>
      {leads && (
        <details class="drop">
          <summary class="button quiet">{say('agenda.add')}</summary>
          <Send action={`${at(props)}/agenda`} commandKey={newKey()}>
            <Select
              name="kind"
              within="agenda"
              label={say('agenda.kind')}
              options={agendaKinds
                .filter((kind) => kind !== 'AGREEMENT_FOLLOW_UP')
                .map((kind) => ({ value: kind, label: say(`agenda.${kind}`) }))}
            />
            <Text name="title" within="agenda" label={say('agenda.text')} max={160} />
            <Button kind="quiet">{say('agenda.add')}</Button>
          </Send>
        </details>
      )}
    </section>
  );
}

/** What came back: the agreements of earlier sessions that are open, those due first on top. */
function Due(props: OfSession): VNode {
  const { open, session } = props;
  const earlier = open.filter((each) => each.session !== session.id);
  return (
    <section>
      <h2>{say('due.title')}</h2>
      {earlier.length === 0 && <p class="empty">{say('due.none')}</p>}
      <ul class="rows">
        {earlier.map((agreement) => (
          <AgreementLine key={agreement.id} {...props} agreement={agreement} back="sesion" />
        ))}
      </ul>
    </section>
  );
}

/** What was agreed today, and a form that takes the next in one line, an owner and a day. */
function Decisions(props: OfSession): VNode {
  const { session, board, leads, name, newKey, actions, again } = props;
  const form = { within: 'decide', ...ofForm(again, 'decide') };
  return (
    <section>
      <h2>{say('decided.title', { count: session.decisions.length })}</h2>
      {session.decisions.length === 0 && <p class="empty">{say('decided.none')}</p>}
      <ol class="agenda">
        {session.decisions.map(({ agreement, text, owner, due }) => (
          <li key={agreement}>
            {text}: {name(owner)}, {say('agreement.due', { day: dayIn(board, due) })}
          </li>
        ))}
      </ol>
      {leads && !hasQuorum(session) && <p class="empty">{say('decide.noQuorum')}</p>}
      {leads && hasQuorum(session) && (
        <Send action={`${at(props)}/acuerdos`} commandKey={newKey()}>
          <h3>{say('decide.title')}</h3>
          <Text name="text" {...form} label={say('decide.text')} hint={say('decide.text.hint')} max={160} />
          <div class="two">
            <Select
              name="owner"
              {...form}
              label={say('decide.owner')}
              options={session.seated.map((code) => ({ value: code, label: name(code) }))}
            />
            <Text name="due" {...form} type="date" label={say('decide.due')} />
          </div>
          {actions.length > 0 && <Select name="serves" {...form} label={say('decide.action')} options={actions} />}
          <Button>{say('decide.send')}</Button>
        </Send>
      )}
    </section>
  );
}

/** The one step that comes next. */
function Lead(props: OfSession): VNode {
  const { session, newKey } = props;
  return session.status === 'open' ? (
    <Send action={`${at(props)}/cierre`} commandKey={newKey()}>
      <p>
        <Button kind="quiet">{say('close.send')}</Button>
      </p>
    </Send>
  ) : (
    <Send action={`${at(props)}/apertura`} commandKey={newKey()}>
      <p class="hint">{say('open.hint')}</p>
      <Button>{say('open.send')}</Button>
    </Send>
  );
}

function Minutes(props: OfSession): VNode {
  return (
    <section>
      <h2>{say('minutes.title')}</h2>
      <Send action={`${at(props)}/acta`} commandKey={props.newKey()}>
        <Text name="number" label={say('minutes.number')} width="short" max={80} />
        <Text name="digest" label={say('minutes.digest')} hint={say('minutes.digest.hint')} max={64} />
        <Button kind="quiet">{say('minutes.send')}</Button>
      </Send>
    </section>
  );
}

function Convene({ board, newKey }: SessionProps): VNode {
  return (
    <details class="drop">
      <summary class="button quiet">{say('convene.title')}</summary>
      <Send action={`/mesa/${board.id}/sesion`} commandKey={newKey()}>
        <Select
          name="kind"
          label={say('session.kind')}
          options={sessionKinds.map((kind) => ({ value: kind, label: say(`kind.${kind}`) }))}
          blank={false}
        />
        <div class="two">
          <Text name="day" type="date" label={say('convene.day')} />
          <Text name="hour" type="time" label={say('convene.hour')} />
        </div>
        <Text name="place" label={say('convene.place')} hint={say('convene.place.hint')} max={80} />
        <Button>{say('convene.send')}</Button>
      </Send>
    </details>
  );
}
