import type { VNode } from 'preact';
import { formatInstant } from '#service';
import { type Again, ofForm, summaryOf } from '../../../pages/forms.js';
import { Button, ErrorSummary, Select, Send, Text } from '../../../pages/parts.js';
import { countryNow } from '../../../country.js';
import { jurisdiction } from '../../../protocol/index.js';
import { figureName, figureValue } from '../../document/figure-names.js';
import { leftOut } from '../../document/left-out.js';
import { es } from '../../document/words.js';
import { monthName } from '../../../pages/time.js';
import { causes } from '../domain/edition-events.js';
import type { EditionCard, Publication, VersionCard } from '../views/editions.js';
import { editionWords as words } from './words.js';

export interface EditionsProps {
  readonly board: string;
  readonly month: string;
  readonly edition: EditionCard | undefined;
  /** Whether the reader may change anything. */
  readonly leads: boolean;
  readonly newKey: () => string;
  readonly again?: Again;
}

/** A month's report through its life: every version, and for whoever leads the next step. */
export function EditionsPage(props: EditionsProps): VNode {
  const { board, month, edition, leads, again } = props;
  const versions = [...(edition?.versions ?? [])].reverse();
  const published = versions.some(({ publications }) => publications.length > 0);
  return (
    <article class="board">
      <ErrorSummary errors={summaryOf(ofForm(again).errors)} />
      <h1>{words.title(monthName(month))}</h1>
      <p>
        <a href={`/mesa/${board}/${month}`}>{published ? words.report : words.draft}</a> ·{' '}
        <a href="/verificar">{words.verify}</a>
      </p>
      {versions.length === 0 && <p class="empty">{words.none}</p>}
      {leads && <Steps {...props} version={versions[0]} />}
      {versions.map((version) => (
        <Version key={version.version} {...props} version={version} />
      ))}
    </article>
  );
}

const countryOf = ({ edition }: Pick<EditionsProps, 'edition'>): string => edition?.country ?? countryNow();

const when = ({ edition }: EditionsProps, instant: string): string => {
  const { locale, zone } = jurisdiction(countryOf({ edition }));
  return formatInstant(instant, locale, zone, { dateStyle: 'long', timeStyle: 'short' });
};

/** What can be done next, each a form of its own. */
function Steps(props: EditionsProps & { readonly version: VersionCard | undefined }): VNode {
  const { board, month, version, newKey, again } = props;
  const at = `/ediciones/${board}/${month}`;
  const status = version?.status ?? 'restated';
  const published = version?.publications.map(({ profile }) => profile) ?? [];
  const next =
    status === 'approved' ? 'board' : status === 'published' && !published.includes('public') ? 'public' : undefined;
  return (
    <section>
      {(status === 'restated' || status === 'frozen') && (
        <Send action={`${at}/congelar`} commandKey={newKey()}>
          <Button kind={status === 'frozen' ? 'quiet' : 'main'}>
            {status === 'frozen' ? words.freezeAgain : words.freeze}
          </Button>
        </Send>
      )}
      {status === 'frozen' && (
        <Send action={`${at}/aprobar`} commandKey={newKey()}>
          <Text name="minutes" label={words.minutesLabel} {...ofForm(again)} max={80} />
          <Button>{words.approve}</Button>
        </Send>
      )}
      {next !== undefined && (
        <Send action={`${at}/publicar`} commandKey={newKey()}>
          <input type="hidden" name="profile" value={next} />
          <Button>{words.publish[next]}</Button>
        </Send>
      )}
      {(status === 'approved' || status === 'published') && (
        <Send action={`${at}/rehacer`} commandKey={newKey()}>
          <Select
            name="cause"
            label={words.causeLabel}
            {...ofForm(again)}
            options={causes.map((cause) => ({ value: cause, label: words.cause[cause] }))}
          />
          <Button kind="quiet">{words.restate}</Button>
        </Send>
      )}
    </section>
  );
}

function Version(props: EditionsProps & { readonly version: VersionCard }): VNode {
  const { version } = props;
  const { frozen, minutes, cause, publications } = version;
  const withheld = frozen === undefined ? [] : Object.entries(frozen.profiles);
  return (
    <section>
      <h2>
        {words.version(version.version)}: {words.status[version.status]}
      </h2>
      {cause !== undefined && <p>{words.because(words.cause[cause])}</p>}
      {frozen !== undefined && <p>{words.frozen(when(props, frozen.cutoff), String(Number(frozen.position)))}</p>}
      {minutes !== undefined && <p>{words.minutes(minutes)}</p>}
      {publications.map((each) => (
        <Published key={each.profile} {...props} publication={each} />
      ))}
      {withheld.some(([, each]) => each.withheld.length > 0) && (
        <details>
          <summary>{words.left}</summary>
          {withheld.map(([profile, each]) => (
            <>
              <h3>{words.profile[profile as keyof typeof words.profile]}</h3>
              <ul>
                {each.withheld.map((left) => (
                  <li key={left.table}>{leftOut(left, es)}</li>
                ))}
              </ul>
            </>
          ))}
        </details>
      )}
    </section>
  );
}

function Published(props: EditionsProps & { readonly version: VersionCard; readonly publication: Publication }): VNode {
  const { board, month, version, publication } = props;
  const { profile, at, code, files, changes } = publication;
  const country = countryOf(props);
  const folder = `/api/boards/${board}/editions/${month}/${version.version}/${profile}`;
  return (
    <section>
      <h3>{words.profile[profile]}</h3>
      <p>{words.published(when(props, at), code)}</p>
      <ul class="files">
        {files.map(({ format, sha256 }) => (
          <li key={format}>
            <a href={`${folder}/report.${format}`}>{format.toUpperCase()}</a> · {words.digest}: <code>{sha256}</code>
          </li>
        ))}
      </ul>
      {changes.length > 0 && (
        <details>
          <summary>{words.changed}</summary>
          <table class="changes listing">
            <thead>
              <tr>
                <th scope="col">{words.figure}</th>
                <th scope="col">{words.was}</th>
                <th scope="col">{words.now}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ figure, was, now }) => (
                <tr key={figure}>
                  <th scope="row">{figureName(figure, country, es)}</th>
                  <td data-name={words.was}>{was === null ? words.hidden : figureValue(figure, was, country)}</td>
                  <td data-name={words.now}>{now === null ? words.hidden : figureValue(figure, now, country)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}
