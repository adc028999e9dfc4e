import type { VNode } from 'preact';
import { formatNumber } from '#service';
import { Button, ButtonLink, Select, Send, Tag, Text, type Tone } from '../../pages/parts.js';
import { jurisdiction } from '../../protocol/index.js';
import type { Goal } from '../domain/plan-events.js';
import { type ActionStanding, standings } from '../http/plan-views.js';
import type { BoardEntry } from '../views/boards.js';
import { inForce, moneyOf, type PlanCard, type PlanVersion } from '../views/plans.js';
import { type Around, BoardPage, dayIn } from './around.js';
import { say } from './words.js';

export interface PlanProps extends Around {
  readonly plans: readonly PlanCard[];
}

/** How the plans of a board come along: objective by objective, goal by goal, action by action. */
export function PlanPage(props: PlanProps): VNode {
  const approved = props.plans.filter((plan) => inForce(plan) !== undefined);
  return (
    <BoardPage {...props} here="plan">
      <h1>{say('plan.title')}</h1>
      {approved.length === 0 && <p class="empty">{say('plan.none')}</p>}
      {approved.map((plan) => {
        const version = inForce(plan);
        return version && <OnePlan key={plan.id} {...props} plan={plan} version={version} />;
      })}
      {approved.length > 0 && <p class="hint">{say('plan.rule')}</p>}
      {props.leads && !props.room && <Writing {...props} />}
    </BoardPage>
  );
}

/** What whoever coordinates does with the texts of plans: write, go on writing, approve. */
function Writing({ plans, board, newKey }: PlanProps): VNode {
  const path = `/mesa/${board.id}/plan`;
  return (
    <section>
      {plans.map((plan) => {
        const { id, draft, versions } = plan;
        const version = draft?.version ?? versions.length + 1;
        return (
          <div key={id}>
            <p>
              <ButtonLink kind="quiet" href={`${path}/${id}/borrador`}>
                {say(draft ? 'plan.edit.draft' : 'plan.edit.next', { version })}
              </ButtonLink>
            </p>
            {draft && (
              <details class="drop">
                <summary class="button quiet">{say('approve.title', { version })}</summary>
                <Send action={`${path}/${id}/aprobacion`} commandKey={newKey()}>
                  <input type="hidden" name="version" value={version} />
                  <Text name="norm" within={id} label={say('approve.norm')} hint={say('approve.norm.hint')} max={80} />
                  <Text name="on" within={id} type="date" label={say('approve.on')} />
                  <Button>{say('approve.send')}</Button>
                </Send>
              </details>
            )}
          </div>
        );
      })}
      <p>
        <ButtonLink kind="quiet" href={`${path}/nuevo`}>
          {say('plan.write')}
        </ButtonLink>
      </p>
    </section>
  );
}

type OfPlan = PlanProps & { readonly plan: PlanCard; readonly version: PlanVersion };

const money = ({ country }: BoardEntry, cents: number, currency: string): string =>
  formatNumber(cents / 100, jurisdiction(country).locale, { style: 'currency', currency });

function OnePlan(props: OfPlan): VNode {
  const { plan, version, board, today, name, leads } = props;
  const { title, from, until, norm = '', on = from, recognised, objectives } = version;
  const actions = new Map(standings(plan, today).map((each) => [each.action, each]));
  const day = (text: string) => dayIn(board, text);
  return (
    <section>
      <h2>{title}</h2>
      <p class="line">
        {say('plan.period', { from: day(from), until: day(until) })}.{' '}
        {say('plan.version', { version: version.version, norm, on: day(on) })}.{' '}
        {recognised &&
          `${say('plan.recognised', { by: name(recognised.by), norm: recognised.norm, on: day(recognised.on) })}. `}
        {plan.draft && say('plan.draft', { version: plan.draft.version })}
      </p>
      {Object.entries(moneyOf(plan)).map(([currency, { budget, spent }]) => (
        <p key={currency}>
          {say('plan.budget', { spent: money(board, spent, currency), budget: money(board, budget, currency) })}
        </p>
      ))}
      {objectives.map((objective) => (
        <section key={objective.id} class="objective">
          <h3>
            {objective.id}. {objective.title}
          </h3>
          {objective.supports && <p class="hint">{say('plan.supports')}</p>}
          {objective.goals.map((goal) => (
            <OneGoal key={goal.id} {...props} goal={goal} actions={actions} />
          ))}
        </section>
      ))}
      {leads && <Progress {...props} actions={[...actions.values()]} />}
    </section>
  );
}

const tones: Readonly<Record<ActionStanding['light'], Tone>> = {
  green: 'good',
  amber: 'plain',
  red: 'late',
  grey: 'plain',
};

function OneGoal(props: OfPlan & { goal: Goal; actions: ReadonlyMap<string, ActionStanding> }): VNode {
  const { goal, actions, plan, board, name } = props;
  const { title, baseline, target, unit, by } = goal;
  const last = plan.measured[goal.id]?.at(-1);
  return (
    <>
      <p>
        <b>{title}</b>. {say('plan.goal', { baseline, target, unit, by: dayIn(board, by) })}.{' '}
        {last && `${say('plan.measured', { value: last.value, on: dayIn(board, last.on) })}.`}
      </p>
      <table class="actions">
        <thead>
          <tr>
            <th scope="col">{say('plan.action')}</th>
            <th scope="col">{say('plan.responsible')}</th>
            <th scope="col">{say('plan.due')}</th>
            <th scope="col">{say('plan.progress')}</th>
            <th scope="col">{say('plan.light')}</th>
          </tr>
        </thead>
        <tbody>
          {goal.actions.map(({ id }) => {
            const action = actions.get(id);
            if (action === undefined) return null;
            const { progress, expected, light, state, responsible, due } = action;
            return (
              <tr key={id}>
                <th scope="row">{action.title}</th>
                <td data-name={say('plan.responsible')}>{name(responsible)}</td>
                <td data-name={say('plan.due')}>{dayIn(board, due)}</td>
                <td data-name={say('plan.progress')}>
                  <progress max={100} value={progress} aria-label={action.title} />{' '}
                  {say('plan.expected', { progress, expected })}
                </td>
                <td data-name={say('plan.light')}>
                  <Tag tone={tones[light]}>{say(state === 'done' ? 'light.done' : `light.${light}`)}</Tag>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function Progress({ plan, board, newKey, actions }: OfPlan & { actions: readonly ActionStanding[] }): VNode {
  return (
    <details class="drop">
      <summary class="button quiet">{say('progress.title')}</summary>
      <Send action={`/mesa/${board.id}/plan/${plan.id}/avance`} commandKey={newKey()}>
        <Select
          name="action"
          within={plan.id}
          label={say('progress.action')}
          options={actions.map(({ action, title }) => ({ value: action, label: `${action}. ${title}` }))}
        />
        <div class="two">
          <Text name="progress" within={plan.id} label={say('progress.percent')} inputMode="numeric" />
          <Text name="spent" within={plan.id} label={say('progress.spent')} inputMode="numeric" />
        </div>
        <Button>{say('progress.send')}</Button>
      </Send>
    </details>
  );
}
