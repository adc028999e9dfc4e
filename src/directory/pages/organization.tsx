import type { ComponentChildren, VNode } from 'preact';
import { formatDate } from '#service';
import { localeNow } from '../../country.js';
import { label } from '../../pages/labels.js';
import { Back, Button, type Errors, ErrorSummary, Facts, Notice, Send, Tag, Text } from '../../pages/parts.js';
import { placeLabel } from '../../pages/places.js';
import { onDay, when } from '../../pages/time.js';
import { nameOn, type OrganizationEntry, otherNamesOn } from '../domain/entry.js';
import type { Judged } from '../domain/offering.js';
import { isSecret } from '../domain/places.js';
import { special, weekly } from './hours.js';
import { Opening } from './list.js';
import { inWords } from './offer-words.js';
import { say } from './words.js';

/** The entry of one organization, and for those who keep it, what changes most. */
export function OrganizationPage(props: {
  readonly organization: OrganizationEntry;
  readonly services: readonly Judged[];
  readonly name: (code: string) => string;
  readonly keeps: boolean;
  readonly saved: boolean;
  /** What is wrong with the count of a service. */
  readonly wrong?: { readonly service: string; readonly errors: Errors } | undefined;
  readonly newKey: () => string;
  readonly now: string;
  readonly today: string;
}): VNode {
  const { organization, services, name, keeps, saved, wrong, newKey, now, today } = props;
  const others = otherNamesOn(organization, today);
  return (
    <>
      <Back href="/directorio" />
      {saved && <Notice title={say('keep.done')} />}
      <h1>{nameOn(organization, today)}</h1>
      <p class="line">{label('institutionTypes', organization.kind)}</p>
      {others.length > 0 && <p class="line">{say('before', { names: others.join('; ') })}</p>}
      <Facts rows={aboutOf(organization, name, today)} />
      {services.map((judged) => (
        <section class="card" key={judged.service.id}>
          <h2>{judged.service.name}</h2>
          <p class="line">{label('services', judged.service.kind)}</p>
          <p>
            <Opening judged={judged} now={now} />
          </p>
          {judged.bars.map((bar) => (
            <p key={bar}>
              <strong>{inWords(bar, judged, now)}</strong>
            </p>
          ))}
          <Facts rows={serviceOf(judged)} />
          {keeps && (
            <Keep
              organization={organization.id}
              judged={judged}
              errors={wrong?.service === judged.service.id ? wrong.errors : new Map<string, string>()}
              newKey={newKey}
            />
          )}
        </section>
      ))}
    </>
  );
}

type Rows = readonly (readonly [string, ComponentChildren])[];

function aboutOf(organization: OrganizationEntry, name: (code: string) => string, today: string): Rows {
  const { about, successor, locations, country, kind, district } = organization;
  const places = locations.flatMap(({ name: called, address }) => [called, address].filter(Boolean).join(': ') || []);
  const secret = isSecret(country, kind);
  const place = places.length > 0 ? places.join(' · ') : placeLabel(district);
  return [
    [say('place'), secret ? say('place.secret') : place],
    ...row(say('phones'), about.phones?.join(' · ')),
    ...row(say('website'), about.website),
    ...row(say('partOf'), about.parent && name(about.parent)),
    ...(successor === undefined || successor.from > today
      ? []
      : row(say('successor', { day: day(successor.from) }), name(successor.by))),
  ];
}

function serviceOf({ organization, service, remarks }: Judged): Rows {
  const { schedules, exceptions, eligibility, capacity, assured, confidential } = service;
  const { territory, languages, documents } = eligibility;
  const hidden = confidential || isSecret(organization.country, organization.kind);
  return [
    [say('hours'), schedules.length === 0 ? say('hours.none') : schedules.map(weekly).join(' · ')],
    ...row(say('exceptions'), exceptions.map(special).join(' · ')),
    ...(confidential ? row(say('place'), say('place.secret')) : []),
    [say('for'), whom(eligibility)],
    // Where people of a shelter come from says where it may be.
    ...(hidden ? [] : row(say('territory'), territory?.map(placeLabel).join('; '))),
    ...row(say('languages'), languages?.map((code) => label('explanationLanguages', code)).join(', ')),
    ...row(say('documents'), documents?.join(' · ')),
    ...(capacity === undefined
      ? []
      : row(say('capacity'), say('capacity.line', { ...capacity, when: when(capacity.at) }))),
    [
      say('assured'),
      <>
        {assured === undefined ? say('assured.never') : say('assured.on', { day: onDay(assured.at) })}{' '}
        {remarks.includes('STALE') && <Tag tone="late">{say('stale')}</Tag>}
      </>,
    ],
  ];
}

const row = (name: string, value: string | undefined): Rows => (value ? [[name, value]] : []);

const day = (date: string): string => formatDate(date, localeNow());

function whom({ minimumAge: from, maximumAge: to, sexes }: Judged['service']['eligibility']): string {
  const ages =
    from !== undefined && to !== undefined
      ? say('ages.both', { from, to })
      : from !== undefined
        ? say('ages.from', { from })
        : to !== undefined
          ? say('ages.to', { to })
          : undefined;
  const people = sexes?.map((sex) => label('sexes', sex)).join(', ');
  return [people, ages].filter(Boolean).join(', ') || say('for.all');
}

/** One tap for what changes by the hour; two numbers for the rest. */
function Keep(props: {
  readonly organization: string;
  readonly judged: Judged;
  readonly errors: Errors;
  readonly newKey: () => string;
}): VNode {
  const { organization, judged, errors, newKey } = props;
  const { id, name, capacity } = judged.service;
  const action = `/directorio/${encodeURIComponent(organization)}/servicios/${encodeURIComponent(id)}`;
  const one = (free: number, total: number, word: 'keep.one.less' | 'keep.one.more') => (
    <Send action={`${action}/cupos`} commandKey={newKey()}>
      <input type="hidden" name="total" value={total} />
      <Button kind="quiet" name="free" value={`${free}`}>
        {say(word)}
      </Button>
    </Send>
  );
  return (
    <>
      <div class="buttons">
        {capacity !== undefined && capacity.free > 0 && one(capacity.free - 1, capacity.total, 'keep.one.less')}
        {capacity !== undefined &&
          capacity.free < capacity.total &&
          one(capacity.free + 1, capacity.total, 'keep.one.more')}
        <Send action={`${action}/confirmacion`} commandKey={newKey()}>
          <Button kind="quiet">{say('keep.assure')}</Button>
        </Send>
      </div>
      <details class="act" open={errors.size > 0}>
        <summary>{say('keep.title', { service: name })}</summary>
        <ErrorSummary errors={errors} within={id} />
        <Send action={`${action}/cupos`} commandKey={newKey()}>
          <Text
            name="free"
            within={id}
            label={say('keep.free')}
            inputMode="numeric"
            width="short"
            max={6}
            errors={errors}
            filled={{ free: capacity && `${capacity.free}` }}
          />
          <Text
            name="total"
            within={id}
            label={say('keep.total')}
            inputMode="numeric"
            width="short"
            max={6}
            filled={{ total: capacity && `${capacity.total}` }}
          />
          <Button>{say('keep.save')}</Button>
        </Send>
      </details>
    </>
  );
}
