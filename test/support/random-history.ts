import fc from 'fast-check';
import { Refusal } from '#decider';
import { deriveId } from '#event-log';
import { type Platform, send } from '../../src/platform.js';
import { settle } from '../../src/runners.js';
import { board, History, org } from './history.js';
import type { SimulatedClock } from '#event-log';

/** One arbitrary command; whether it is allowed is for the rules to say. */
export interface Step {
  readonly at: number;
  readonly on: number;
  readonly do: number;
  readonly with: number;
}

export const steps = (most: number): fc.Arbitrary<readonly Step[]> =>
  fc.array(fc.record({ at: fc.integer({ min: 0, max: 60 }), on: fc.nat(1), do: fc.nat(17), with: fc.nat(5) }), {
    minLength: Math.floor(most / 2),
    maxLength: most,
    size: 'max',
  });

const pick = <T>(items: readonly [T, ...T[]], index: number): T => items[index % items.length] ?? items[0];

/**
 * Plays arbitrary commands on a few cases and referrals. Refused ones leave no trace, which is part of what is tested.
 * Time goes forward by minutes, so that due clocks come up between commands.
 */
export async function play(
  platform: Platform & { readonly clock: SimulatedClock },
  plan: readonly Step[],
  between: (index: number) => Promise<void> = async () => undefined,
): Promise<number> {
  let now = Date.parse('2025-10-01T12:00:00.000Z');
  let refused = 0;
  await new History(platform, 'random').establish('2025-10-01T12:00:00.000Z');
  for (const [index, step] of plan.entries()) {
    now += step.at * 60_000 * 20;
    const at = new Date(now).toISOString();
    platform.clock.advanceTo(at);
    if (step.do === 17) {
      // What fell due since then is fired as the running server would.
      await settle(platform, async () => undefined);
      continue;
    }
    const caseId = deriveId('random-case', step.on);
    const referralId = deriveId('random-referral', step.on);
    const police = org('comisaria-familia');
    const receiver = pick([org('cem'), org('salud')], step.on);
    // Now and then the wrong one tries.
    const institution = step.with === 5 ? org('ong') : receiver;
    const command = pick<readonly [category: string, id: string, command: unknown]>(
      [
        [
          'case',
          caseId,
          {
            do: 'open',
            country: 'PE',
            district: '150112',
            institution: police,
            entry: 'POLICE',
            condition: pick(['NEW', 'REPEAT_SAME', 'CONTINUED'], step.with),
            sex: 'F',
            ageBand: '26-29',
            types: ['PHYSICAL', 'PSYCHOLOGICAL'],
            principal: 'PHYSICAL',
            complaint: true,
            identity: { name: 'demo' },
            narrative: 'demo',
          },
        ],
        [
          'case',
          caseId,
          {
            do: 'assess-risk',
            institution: police,
            level: pick(['MILD', 'MODERATE', 'SEVERE'], step.with),
            answers: { demo: 'yes' },
          },
        ],
        ['case', caseId, { do: 'send-report', institution: police, court: org('juzgado-familia') }],
        ['case', caseId, { do: 'receive-report', institution: police, court: org('juzgado-familia') }],
        ['case', caseId, { do: 'decide-measures', court: org('juzgado-familia'), granted: true, measures: [] }],
        [
          'case',
          caseId,
          { do: 'record-attention', institution: org('cem'), service: pick(['PSYCHOLOGY', 'LEGAL'], step.with) },
        ],
        ['case', caseId, { do: 'close', institution: police, reason: 'PLAN_COMPLETED' }],
        [
          'referral',
          referralId,
          {
            do: 'send',
            country: 'PE',
            case: caseId,
            caseCode: '25-0000-0000',
            person: deriveId('random-person', step.on),
            district: '150112',
            from: police,
            to: { organization: receiver, service: 'servicio' },
            purpose: 'PSYCHOLOGICAL_CARE',
            urgency: 'PRIORITY',
            risk: pick(['MILD', 'SEVERE'], step.with),
            consent: { basis: 'consented', mode: 'VERBAL', language: 'ES' },
            message: { note: 'demo', safeContact: 'demo' },
          },
        ],
        ['referral', referralId, { do: 'receive', institution }],
        ['referral', referralId, { do: 'accept', institution }],
        ['referral', referralId, { do: 'decline', institution, reason: 'NO_CAPACITY' }],
        ['referral', referralId, { do: 'attend', institution, service: 'PSYCHOLOGY' }],
        [
          'referral',
          referralId,
          { do: 'report-back', institution, outcome: pick(['SERVICE_RECEIVED', 'NOT_RECEIVED_NO_SHOW'], step.with) },
        ],
        [
          'referral',
          referralId,
          { do: 'close', institution: step.with === 5 ? receiver : police, disposition: 'NEED_MET' },
        ],
        [
          'organization',
          org('cem'),
          { do: 'offer', service: `servicio-${step.with}`, kind: 'PSYCHOLOGY', name: 'Psicología', schedules: [] },
        ],
        [
          'organization',
          org('cem'),
          { do: 'change-status', service: `servicio-${step.with}`, status: step.on === 0 ? 'inactive' : 'active' },
        ],
        ['board', board, { do: 'unseat', organization: receiver, until: at.slice(0, 10) }],
      ],
      step.do,
    );
    const [category, id, body] = command;
    try {
      await send(platform, category, { id, command: body, commandId: deriveId('random', index), actor: 'demo-test' });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused += 1;
    }
    await between(index);
  }
  return refused;
}
