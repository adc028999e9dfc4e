import type { VNode } from 'preact';
import { Button, ButtonLink, Facts, Select, Send, Tag, Text } from '../../pages/parts.js';
import { onDay, timeLeft } from '../../pages/time.js';
import { reeducationSteps } from '../../protocol/index.js';
import { attendanceResults, courtReportKinds, enrolmentEnds, enrolmentEntries } from '../domain/enrolment-events.js';
import type { ShownParticipant } from '../http/reeducation-desk.js';
import type { ReeducationActivityView } from '../http/reeducation-figures.js';
import type { EnrolmentCard } from '../views/enrolments.js';
import { MeasureForm, measuresText, nextMeasure } from './measure-form.js';
import { countText, ProgrammePage, Sums, Through } from './reeducation-parts.js';
import { type ProgrammeWord, say } from './reeducation-words.js';

const at = '/programas/reeducacion';

const optionsOf = (prefix: string, codes: readonly string[]) =>
  codes.map((value) => ({ value, label: say(`${prefix}.${value}` as ProgrammeWord) }));

/** The year in figures for everybody; the files for the centre; the reports for the court. */
export function ReeducationPage(props: {
  readonly activity: ReeducationActivityView;
  /** The open files of the reader's centre, and the courts there are; for nobody else. */
  readonly files?: readonly EnrolmentCard[];
  readonly courts: readonly { readonly id: string; readonly name: string }[];
  readonly told: readonly EnrolmentCard[];
  readonly newKey: () => string;
}): VNode {
  const { activity, files, courts, told, newKey } = props;
  const { year, through, counts } = activity;
  return (
    <ProgrammePage here="reeducacion">
      {files && <Files files={files} courts={courts} newKey={newKey} />}
      {told.length > 0 && <Told told={told} />}
      <h1>{say('year.title', { year })}</h1>
      <Sums
        label={say('year.title', { year })}
        heads={[]}
        rows={counts.map(({ of, count }) => [say(`count.${of}` as ProgrammeWord), countText(count)])}
      />
      <Through day={through} />
      <p class="hint">{say('year.hint')}</p>
    </ProgrammePage>
  );
}

function Files(props: {
  readonly files: readonly EnrolmentCard[];
  readonly courts: readonly { readonly id: string; readonly name: string }[];
  readonly newKey: () => string;
}): VNode {
  const { files, courts, newKey } = props;
  return (
    <section>
      <h1>{say('files.title')}</h1>
      {files.length === 0 && <p class="empty">{say('files.none')}</p>}
      <ul class="rows">
        {files.map(({ id, code, entry, sessions, attendance: { attended }, clocks }) => (
          <li key={id}>
            <a class="row" href={`${at}/${id}`}>
              <span class="code">{code}</span>
              <span>
                {say(`entry.${entry}`)} · {say('files.sessions', { attended, sessions })}
              </span>
              {Object.values(clocks).some(({ missed }) => missed) && <Tag tone="late">!</Tag>}
            </a>
          </li>
        ))}
      </ul>
      <details class="drop">
        <summary class="button quiet">{say('files.new')}</summary>
        <p>{say('files.apart')}</p>
        <Send action={at} commandKey={newKey()}>
          <Select name="entry" label={say('file.entry')} options={optionsOf('entry', enrolmentEntries)} />
          <Select
            name="court"
            label={say('file.court')}
            hint={say('file.court.hint')}
            options={courts.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Text name="order" label={say('file.order')} hint={say('file.sealed')} max={60} secret />
          <Text name="name" label={say('file.name')} hint={say('file.sealed')} max={120} secret />
          <Text name="sessions" label={say('file.count')} inputMode="numeric" width="short" max={3} />
          <Text name="firstDayBy" label={say('file.by')} type="date" />
          <Button>{say('file.open')}</Button>
        </Send>
      </details>
    </section>
  );
}

/** What a court was told of what it ordered. */
const Told = ({ told }: { readonly told: readonly EnrolmentCard[] }): VNode => (
  <section>
    <h1>{say('told.title')}</h1>
    <ul class="rows">
      {told.map((card) => (
        <li key={card.id}>
          <p>
            <b class="code">{card.code}</b>
          </p>
          <Reports card={card} />
        </li>
      ))}
    </ul>
  </section>
);

const Reports = ({ card: { reports } }: { readonly card: EnrolmentCard }): VNode =>
  reports.length === 0 ? (
    <p class="empty">{say('report.none')}</p>
  ) : (
    <>
      {reports.map(({ kind, at: when, attended, missed, justified }) => (
        <p key={when} class="line">
          {onDay(when)}: {say(`report.${kind}`)} · {say('file.attendance.is', { attended, missed, justified })}
        </p>
      ))}
    </>
  );

/** A participant's file, for his centre. */
export function EnrolmentPage(props: {
  readonly card: EnrolmentCard;
  /** What is open of what is sealed, once it was asked for. */
  readonly shown?: ShownParticipant;
  readonly name: (code: string) => string;
  readonly now: string;
  readonly newKey: () => string;
}): VNode {
  const { card, shown, name, now, newKey } = props;
  const { id, code, subject, country, entry, court, begunAt, attendance, clocks, measures, ended } = card;
  const next = nextMeasure(measures, country, now);
  return (
    <ProgrammePage here="reeducacion">
      <h1>{say('file.title', { code })}</h1>
      <Facts
        rows={[
          [say('file.entry'), say(`entry.${entry}`)],
          ...(court === undefined ? [] : [[say('file.court'), name(court)] as const]),
          [say('file.begun'), begunAt === undefined ? say('file.notBegun') : onDay(begunAt)],
          [say('file.attendance'), say('file.attendance.is', { ...attendance })],
          ...(ended === undefined ? [] : [[say('end.how'), say(`end.${ended}`)] as const]),
          ...sealedRows(shown),
        ]}
      />
      {shown === undefined && (
        <p>
          <ButtonLink href={`${at}/${id}?mostrar=nombre`} kind="quiet">
            {say('file.show')}
          </ButtonLink>
        </p>
      )}
      <p>
        <a href={`/derechos/personas/${subject}`}>{say('file.rights')}</a>
      </p>
      {Object.values(clocks).length > 0 && <h2>{say('file.clocks')}</h2>}
      {Object.values(clocks).map(({ clock, waitsFor, due }) => (
        <p key={clock}>
          <Tag tone={due < now ? 'late' : 'plain'}>{timeLeft(due, now)}</Tag> {stepName(waitsFor)}
        </p>
      ))}
      <Acts card={card} newKey={newKey} />
      <section>
        <h2>{say('measure.title')}</h2>
        <p class="line">{measuresText(measures) ?? say('measure.none')}</p>
        {next && ended === undefined && (
          <MeasureForm action={`${at}/${id}/medida`} next={next} within="measure" commandKey={newKey()} />
        )}
      </section>
      {court !== undefined && (
        <section>
          <h2>{say('report.title')}</h2>
          <Reports card={card} />
        </section>
      )}
    </ProgrammePage>
  );
}

const stepName = (step: string): string => (reeducationSteps as Readonly<Record<string, string>>)[step] ?? step;

function sealedRows(shown: ShownParticipant | undefined): readonly (readonly [string, string])[] {
  if (shown === undefined) return [];
  if (shown.state === 'erased') return [[say('file.name'), say('file.erased')]];
  return [
    [say('file.name'), shown.identity?.name ?? say('file.nothing')],
    [say('file.order'), shown.order ?? say('file.nothing')],
  ];
}

/** What may be recorded next. */
function Acts({ card, newKey }: { readonly card: EnrolmentCard; readonly newKey: () => string }): VNode {
  const { id, begunAt, court, ended } = card;
  return (
    <>
      {begunAt === undefined && ended === undefined && (
        <Send action={`${at}/${id}/ingreso`} commandKey={newKey()}>
          <Button>{say('file.intake')}</Button>
        </Send>
      )}
      {begunAt !== undefined && ended === undefined && (
        <details class="drop">
          <summary class="button quiet">{say('session.send')}</summary>
          <Send action={`${at}/${id}/sesion`} commandKey={newKey()}>
            <Text name="day" within="session" label={say('send.day')} type="date" />
            <Select
              name="result"
              within="session"
              label={say('session.result')}
              options={optionsOf('session', attendanceResults)}
            />
            <Button kind="quiet">{say('session.send')}</Button>
          </Send>
        </details>
      )}
      {court !== undefined && (
        <details class="drop">
          <summary class="button quiet">{say('report.send')}</summary>
          <Send action={`${at}/${id}/informe`} commandKey={newKey()}>
            <Select
              name="kind"
              within="report"
              label={say('report.kind')}
              options={optionsOf('report', courtReportKinds)}
            />
            <Button kind="quiet">{say('report.send')}</Button>
          </Send>
        </details>
      )}
      {ended === undefined && (
        <details class="drop">
          <summary class="button quiet">{say('end.send')}</summary>
          <Send action={`${at}/${id}/final`} commandKey={newKey()}>
            <Select name="how" within="end" label={say('end.how')} options={optionsOf('end', enrolmentEnds)} />
            <Button kind="quiet">{say('end.send')}</Button>
          </Send>
        </details>
      )}
    </>
  );
}
