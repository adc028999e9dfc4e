import type { VNode } from 'preact';
import { cellText } from '#document';
import { formatNumber } from '#service';
import { localeNow } from '../../country.js';
import { Tag, type Tone } from '../../pages/parts.js';
import { dayName, monthName } from '../../pages/time.js';
import type { Figure } from '../domain/evidence.js';
import { replyIn, timesLate } from '../domain/finding.js';
import type { Overseen, OverseenAgreement } from '../domain/oversight.js';
import type { FollowedAgreement } from '../views/oversight-agreements.js';
import { figureCell } from './evidence-document.js';
import { words } from './evidence-words.js';
import { type RegisterAround, RegisterFrame } from './register-pages.js';
import { say, wordOf } from './register-words.js';

type Props = RegisterAround & {
  readonly overseen: Overseen<FollowedAgreement, Figure>;
  /** Whose figures these are: `2026-02`. */
  readonly month: string;
};

/** Each agreement with what was found, the money it has and the figure it is to move; then findings without one. */
export function OversightPage(props: Props): VNode {
  const { board, overseen, month } = props;
  const { agreements, loose } = overseen;
  return (
    <RegisterFrame board={board} here="vigilancia">
      <h1>{say('oversight.title')}</h1>
      <p>{say('oversight.lead', { month: monthName(month) })}</p>
      {agreements.length + loose.length === 0 && <p class="empty">{say('oversight.none')}</p>}
      <ul class="rows">
        {agreements.map((each) => (
          <Agreement key={each.agreement.id} {...props} {...each} />
        ))}
      </ul>
      {loose.length > 0 && (
        <section>
          <h2>{say('oversight.loose')}</h2>
          <Findings {...props} findings={loose} />
        </section>
      )}
    </RegisterFrame>
  );
}

const standings: Readonly<Record<FollowedAgreement['status'], readonly [Tone, Parameters<typeof say>[0]]>> = {
  open: ['plain', 'oversight.open'],
  done: ['good', 'oversight.done'],
  cancelled: ['plain', 'oversight.cancelled'],
};

function Agreement(props: Props & OverseenAgreement<FollowedAgreement, Figure>): VNode {
  const { agreement, findings, budget, figure, name } = props;
  const { status, late, text, owner, due } = agreement;
  const [tone, word] = status === 'open' && late ? (['late', 'oversight.overdue'] as const) : standings[status];
  return (
    <li class="agreement">
      <p>
        <Tag tone={tone}>{say(word)}</Tag> <b>{text}</b>
      </p>
      <p class="line">{say('oversight.due', { owner: name(owner), day: dayName(due) })}</p>
      <dl class="facts">
        <div>
          <dt>{say('oversight.budget')}</dt>
          <dd>{budget.length === 0 ? say('oversight.noBudget') : budget.map(spent).join('; ')}</dd>
        </div>
        <div>
          <dt>{say('oversight.indicator')}</dt>
          <dd>
            {figure === undefined
              ? say('oversight.noIndicator')
              : `${figure.title}: ${cellText(figureCell(figure, localeNow()), words.document)}`}
          </dd>
        </div>
      </dl>
      {findings.length > 0 && <Findings {...props} findings={findings} />}
    </li>
  );
}

function spent({ currency, assigned, executed }: OverseenAgreement<never, never>['budget'][number]): string {
  const money = (cents: number): string => formatNumber(cents / 100, localeNow(), { style: 'currency', currency });
  return say('oversight.spent', { executed: money(executed), assigned: money(assigned) });
}

type Findings = OverseenAgreement<FollowedAgreement, Figure>['findings'];

const Findings = ({ board, findings, name }: RegisterAround & { readonly findings: Findings }): VNode => (
  <ul class="rows">
    {findings.map((finding) => (
      <li key={finding.id}>
        <p>
          <a href={`/mesa/${board.id}/registro/findings/${finding.id}`}>
            {wordOf(String(finding.values['topic']))}: {String(finding.values['text'])}
          </a>
        </p>
        <p class="line">
          {name(String(finding.values['observed']))} · {standingOf(finding)}
        </p>
      </li>
    ))}
  </ul>
);

/** How far a finding has come. */
function standingOf(finding: Findings[number]): string {
  const { steps, values } = finding;
  const of = (type: string) => steps.find((step) => step.type === type)?.values;
  const [settled, answered, late] = [of('FindingSettled'), replyIn(finding)?.values, timesLate(finding)];
  if (settled !== undefined) return say('oversight.settled', { how: wordOf(String(settled['how'])) });
  if (answered !== undefined) return say('oversight.answered', { answer: wordOf(String(answered['answer'])) });
  if (late > 0) return say('oversight.late', { times: late });
  return say('oversight.waiting', { day: dayName(String(values['due'])) });
}
