import type { VNode } from 'preact';
import { formatDate, formatNumber } from '#service';
import { localeNow } from '../../country.js';
import { Button, Choices, Select, Send, Tag, Text } from '../../pages/parts.js';
import { leavingReasons, publicActivityKinds } from '../domain/masculinities-events.js';
import { meetingsOf, type NetworkView } from '../http/masculinities.dto.js';
import type { ChangesView } from '../http/reeducation-figures.js';
import { gone, type MenGroupCard, present } from '../views/masculinities.js';
import { MeasureForm, measuresText, nextMeasure } from './measure-form.js';
import { countText, ProgrammePage, Sums, Through } from './reeducation-parts.js';
import { say } from './reeducation-words.js';

const at = '/programas/masculinidades';

const dayText = (day: string): string =>
  formatDate(day, localeNow(), { day: 'numeric', month: 'short', year: 'numeric' });

/** The network in figures, how men changed, and the groups of the reader's institution. */
export function MasculinitiesPage(props: {
  readonly network: NetworkView;
  readonly year: string;
  readonly changes: readonly ChangesView[];
  /** Of who may facilitate some. */
  readonly groups?: readonly MenGroupCard[];
  readonly newKey: () => string;
}): VNode {
  const { network, year, changes, groups, newKey } = props;
  return (
    <ProgrammePage here="masculinidades">
      <h1>{say('men.title')}</h1>
      <Sums
        label={say('men.title')}
        heads={[]}
        rows={[
          [say('men.groups'), countText(network.groups)],
          [say('men.participants'), countText(network.participants)],
          [say('men.leaders'), countText(network.leaders)],
          [say('men.activities'), countText(network.activities)],
          [say('men.reached'), countText(network.reached)],
        ]}
      />
      <Through day={network.through} />
      {groups && <OwnGroups groups={groups} newKey={newKey} />}
      <h2>{say('changes.title', { year })}</h2>
      {changes.length === 0 && <p class="empty">{say('changes.none')}</p>}
      {changes.length > 0 && (
        <Sums
          label={say('changes.title', { year })}
          heads={[say('changes.programme'), say('changes.measured'), say('changes.favourable'), say('changes.mean')]}
          rows={changes.map(({ programme, measured, favourable, mean }) => [
            say(`changes.${programme}`),
            countText(measured),
            countText(favourable),
            mean === null ? say('withheld') : formatNumber(mean, localeNow()),
          ])}
        />
      )}
      <Through day={network.through} />
      <p class="hint">{say('year.hint')}</p>
    </ProgrammePage>
  );
}

const OwnGroups = (props: { readonly groups: readonly MenGroupCard[]; readonly newKey: () => string }): VNode => (
  <section>
    <h2>{say('men.own')}</h2>
    {props.groups.length === 0 && <p class="empty">{say('men.none')}</p>}
    <ul class="rows">
      {props.groups.map((group) => (
        <li key={group.id}>
          <a class="row" href={`${at}/${group.id}`}>
            <b>{group.name}</b>
            <span>{say('men.in', { count: present(group).length })}</span>
          </a>
        </li>
      ))}
    </ul>
    <Send action={at} commandKey={props.newKey()}>
      <Text name="name" label={say('men.name')} max={160} />
      <Button kind="quiet">{say('men.form')}</Button>
    </Send>
  </section>
);

/** A group, for who facilitates it. */
export function MenGroupPage(props: {
  readonly group: MenGroupCard;
  readonly now: string;
  readonly newKey: () => string;
}): VNode {
  const { group, newKey } = props;
  const { id, name, closed, activities } = group;
  const men = present(group);
  const left = gone(group);
  const everybody = [...men, ...left];
  return (
    <ProgrammePage here="masculinidades">
      <h1>{name}</h1>
      <p>{say('men.in', { count: men.length })}</p>
      <ul class="rows">
        {men.map((man) => (
          <Man key={man.id} {...props} man={man} />
        ))}
      </ul>
      {!closed && (
        <Send action={`${at}/${id}/participantes`} commandKey={newKey()}>
          <p class="hint">{say('men.join.hint')}</p>
          <Button kind="quiet">{say('men.join')}</Button>
        </Send>
      )}
      {left.length > 0 && (
        <>
          <h2>{say('men.left')}</h2>
          <ul class="rows">
            {left.map((man) => (
              <Man key={man.id} {...props} man={man} />
            ))}
          </ul>
        </>
      )}
      <h2>{say('men.meetings')}</h2>
      {meetingsOf(group).map(({ day, present: count }) => (
        <p key={day} class="line">
          {say('men.meeting', { day: dayText(day), count })}
        </p>
      ))}
      {everybody.length > 0 && (
        <details class="drop">
          <summary class="button quiet">{say('men.meet')}</summary>
          <Send action={`${at}/${id}/reunion`} commandKey={newKey()}>
            <Text name="day" label={say('send.day')} type="date" />
            <Choices
              name="present"
              label={say('men.present')}
              many
              options={everybody.map(({ id: value, code, status }) => ({
                value,
                label: status === 'in' ? code : say('men.present.left', { code }),
              }))}
            />
            <Button>{say('men.meet')}</Button>
          </Send>
        </details>
      )}
      <h2>{say('men.activities')}</h2>
      {[...activities].reverse().map(({ id: activity, day, kind, reached }) => (
        <p key={activity} class="line">
          {say('men.act.line', { day: dayText(day), kind: say(`act.${kind}`), reached })}
        </p>
      ))}
      {!closed && <Act action={`${at}/${id}/actividad`} commandKey={newKey()} />}
      {!closed && (
        <Send action={`${at}/${id}/cierre`} commandKey={newKey()}>
          <Button kind="quiet">{say('men.close')}</Button>
        </Send>
      )}
    </ProgrammePage>
  );
}

type Member = ReturnType<typeof present>[number];

/** One of them, by his code, and what may be recorded of him: of who has left, or of a group no more, what closes a measure. */
function Man(props: {
  readonly group: MenGroupCard;
  readonly man: Member;
  readonly now: string;
  readonly newKey: () => string;
}): VNode {
  const { group, man, now, newKey } = props;
  const { id, code, leads, measures } = man;
  const to = `${at}/${group.id}/participantes/${id}`;
  const there = !group.closed && man.status === 'in';
  const next = nextMeasure(measures, group.country, now);
  const measure = next && (there || next.phase === 'POST') && (
    <MeasureForm action={`${to}/medida`} next={next} within={id} commandKey={newKey()} />
  );
  return (
    <li>
      <p>
        <span class="code">{code}</span> {leads && <Tag>{say('men.leads')}</Tag>} {measuresText(measures)}{' '}
        <a href={`/derechos/personas/${id}`}>{say('file.rights')}</a>
      </p>
      {!there && measure}
      {there && (
        <details class="drop">
          <summary class="button quiet">{say('men.of')}</summary>
          <Send action={`${to}/liderazgo`} commandKey={newKey()}>
            <Button kind="quiet" name="leads" value={String(!leads)}>
              {say(leads ? 'men.unlead' : 'men.lead')}
            </Button>
          </Send>
          <Send action={`${to}/salida`} commandKey={newKey()}>
            <Select
              name="reason"
              within={id}
              label={say('men.leave.reason')}
              options={leavingReasons.map((value) => ({ value, label: say(`leave.${value}`) }))}
            />
            <Button kind="quiet">{say('men.leave')}</Button>
          </Send>
          {measure}
        </details>
      )}
    </li>
  );
}

/** What the group did in public. */
const Act = ({ action, commandKey }: { readonly action: string; readonly commandKey: string }): VNode => (
  <details class="drop">
    <summary class="button quiet">{say('men.act')}</summary>
    <Send action={action} commandKey={commandKey}>
      <Text name="day" within="act" label={say('send.day')} type="date" />
      <Select
        name="kind"
        label={say('men.act.kind')}
        options={publicActivityKinds.map((value) => ({ value, label: say(`act.${value}`) }))}
      />
      <Text name="men" label={say('men.act.men')} inputMode="numeric" width="short" max={3} />
      <Text name="reached" label={say('men.act.reached')} inputMode="numeric" width="short" max={6} />
      <Button>{say('men.act')}</Button>
    </Send>
  </details>
);
