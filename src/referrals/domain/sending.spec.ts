import { type Context, personal } from '#decider';
import { jurisdiction } from '../../protocol/index.js';
import * as the from '../testing/fixtures.js';
import { context, given, refusalOf, without } from '../testing/rules.js';
import type { ConsentGiven, SendReferral } from './commands.js';
import { referralDecider } from './referral.js';

const { sending, sent } = the;
const change = (to: Partial<SendReferral>): SendReferral => ({ ...sending, ...to });
const consented = (to: Partial<ConsentGiven>): SendReferral => change({ consent: { ...sending.consent, ...to } });

describe('sending', () => {
  it('goes to a service of an institution, never to a named person', () => {
    given().when(sending).then(sent);
    expect(sent.data.to).toEqual({ organization: the.cem, service: 'cem-psicologia' });
  });

  it('starts the clock of whoever receives it, with its ladder, by the rule in force at that risk', () => {
    given()
      .when(change({ risk: 'SEVERE' }))
      .satisfies(([event]) =>
        expect(event?.data).toMatchObject({
          deadline: {
            rule: 'PE-25b',
            version: 1,
            institution: the.cem,
            from: the.now,
            due: '2025-10-01T16:00:00.000Z',
          },
        }),
      );
    expect(the.acknowledgement()).toMatchObject({ rule: 'PE-25a', waitsFor: 'referral-acknowledged', due: the.due });
    expect(the.acknowledgement().rungs.map(({ rung }) => rung)).toEqual([1, 2, 3]);
  });

  it('sets no clock where no rule was in force yet', () => {
    given()
      .when(sending, { effectiveAt: '2015-11-23T12:00:00.000Z' })
      .satisfies(([event]) => expect(event?.data).not.toHaveProperty('deadline'));
  });

  it('counts its clock from when it happened, not from when it was written down', () => {
    given().when(sending, { recordedAt: '2025-10-05T15:00:00.000Z' }).then(sent);
  });

  it('gives the same code to the same command, with the year it happened in', () => {
    const codeOf = (circumstances: Partial<Context>) => {
      const [event] = referralDecider.decide(sending, referralDecider.initial, { ...context, ...circumstances });
      return event?.type === 'ReferralSent' ? event.data.code : undefined;
    };
    expect(codeOf({})).toBe('25-JXV5-6TQX');
    expect(codeOf({ actor: 'another', recordedAt: '2026-01-01T00:00:00.000Z' })).toBe('25-JXV5-6TQX');
    expect(codeOf({ effectiveAt: '2021-10-01T15:00:00.000Z' })).toBe('21-JXV5-6TQX');
    expect(codeOf({ commandId: '00000000-0000-7000-8000-000000000001' })).not.toBe('25-JXV5-6TQX');
  });

  it('marks what was brought in from elsewhere, whose clock calls nobody', () => {
    const deadline = { ...the.acknowledgement(), rungs: [] };
    given()
      .when(sending, { origin: 'import' })
      .then({ ...sent, data: { ...sent.data, deadline, imported: true } });
    given().when(sending, { origin: 'policy' }).then(sent);
  });

  it('keeps what belongs to one crisis together', () => {
    const bundle = 'b0000000-0000-8000-8000-000000000009';
    given()
      .when(change({ bundle }))
      .then({ ...sent, data: { ...sent.data, bundle } });
  });

  it('is not done to oneself', () => {
    given()
      .when(change({ to: { organization: the.police, service: 'any' } }))
      .refuses('referral/to-oneself');
  });

  it.each([
    ['purpose', 'SINGING'],
    ['urgency', 'TOMORROW'],
    ['risk', 'ENORMOUS'],
  ])('refuses a %s that stands in no list', (field, code) => {
    expect(refusalOf([], change({ [field]: code }))).toMatchObject({ code: 'code/not-listed', kind: 'invalid' });
  });

  it.each(jurisdiction('PE').refusedPurposes.map(({ code, norm, legalRef }) => [code, norm, legalRef]))(
    'refuses %s, and says by which norm',
    (purpose, norm, legalRef) => {
      const refusal = refusalOf([], change({ purpose }));
      expect(refusal).toMatchObject({ code: 'purpose/refused', kind: 'invalid' });
      expect(refusal.detail).toContain(norm);
      expect(refusal.detail).toContain(legalRef);
    },
  );

  it('never asks for conciliation, which the law bars', () => {
    expect(refusalOf([], change({ purpose: 'CONCILIATION' })).detail).toContain('Ley 30364, art. 25');
  });
});

describe('consent', () => {
  const message = { note: 'n', safeContact: 's' };

  it('says what may be shared, until when, in which language it was explained and how it was given', () => {
    const given_ = {
      shares: ['IDENTITY', 'RISK'],
      until: '2025-12-31T05:00:00.000Z',
      language: 'QU',
      mode: 'THUMBPRINT',
    };
    given()
      .when(consented(given_))
      .satisfies(([event]) =>
        expect(event?.data).toMatchObject({
          consent: { id: the.consentId, basis: 'consented', scope: 'identity', ...given_ },
        }),
      );
  });

  it.each(['mode', 'language'] as const)('is not there as long as the %s is missing', (field) => {
    given()
      .when(change({ consent: without(sending.consent, field) }))
      .refuses('referral/consent-incomplete');
  });

  it('of old records is taken as far as they tell', () => {
    given()
      .when(change({ consent: { basis: 'consented' } }), { origin: 'import' })
      .satisfies(([event]) => expect(event?.data).toMatchObject({ consent: { basis: 'consented' } }));
  });

  it('holds for a term where she named no day, and for what goes along where nobody said more', () => {
    given()
      .when(change({ message }))
      .satisfies(([event]) =>
        expect(event?.data).toMatchObject({
          consent: { until: '2026-04-02T04:59:59.999Z', shares: ['IDENTITY', 'CONTACT', 'NARRATIVE'] },
        }),
      );
  });

  it.each([
    ['the note', { note: 'n' }, ['IDENTITY', 'CONTACT']],
    ['how to reach her', { safeContact: 's' }, ['IDENTITY', 'NARRATIVE']],
    ['who she is', {}, ['RISK']],
  ])('that leaves out %s lets it not go along', (_what, said, shares) => {
    given()
      .when({ ...consented({ shares }), message: said })
      .refuses('referral/more-than-agreed');
    given()
      .when(change({ consent: { basis: 'legal-duty', duty: 'RISK_TO_LIFE', shares }, message: said }))
      .refuses('referral/more-than-agreed');
  });

  it.each([the.now, '2025-09-30T00:00:00.000Z'])('that ended before it was given, at %s, is none', (until) => {
    given().when(consented({ until })).refuses('referral/consent-over');
  });

  it.each([
    ['way of giving it', { mode: 'TELEPATHY' }],
    ['language', { language: 'XX' }],
    ['kind of data', { shares: ['IDENTITY', 'EVERYTHING'] }],
    ['duty, whatever the ground', { duty: 'her words' }],
  ])('refuses a %s that stands in no list', (_what, wrong) => {
    given().when(consented(wrong)).refuses('code/not-listed');
  });

  it.each([undefined, '', 'BECAUSE'])('refuses a legal duty named %j', (duty) => {
    given()
      .when(change({ consent: { basis: 'legal-duty', ...(duty === undefined ? {} : { duty }) } }))
      .refuses('code/not-listed');
  });

  it('is not needed where a legal duty is named; it has no end', () => {
    const consent = { basis: 'legal-duty', duty: 'RISK_TO_LIFE' } as const;
    given()
      .when(change({ consent, message }))
      .satisfies(([event]) =>
        expect(event?.data).toMatchObject({
          consent: { ...consent, id: the.consentId, scope: 'identity', shares: ['IDENTITY', 'CONTACT', 'NARRATIVE'] },
        }),
      );
    given()
      .when(change({ consent }))
      .satisfies(([event]) => expect(event?.data).not.toHaveProperty('consent.until'));
  });

  it('that was not given lets nothing go along that names her', () => {
    given()
      .when(change({ consent: { basis: 'without-identity' } }))
      .satisfies(([event]) =>
        expect(event?.data).toMatchObject({
          consent: { id: the.consentId, basis: 'none', scope: 'without-identity' },
        }),
      );
    given()
      .when(change({ consent: { basis: 'without-identity' } }))
      .satisfies(([event]) => expect(event?.data).not.toHaveProperty('consent.shares'));
  });

  it.each([{ note: 'n', safeContact: 's' }, { note: '' }, { safeContact: 's' }])(
    'that was not given lets no words go along, nor how to reach her: %j',
    (said) => {
      given()
        .when(change({ consent: { basis: 'without-identity' }, message: said }))
        .refuses('referral/words-without-consent');
    },
  );

  it('is of one recipient: each referral of a bundle has its own', () => {
    const consentOf = (commandId: string) => {
      const [event] = referralDecider.decide(sending, referralDecider.initial, { ...context, commandId });
      return event?.type === 'ReferralSent' ? event.data.consent.id : undefined;
    };
    expect(consentOf('00000000-0000-7000-8000-000000000001')).not.toBe(consentOf(the.commandId));
  });

  it('marks each part of the message as hers, under a key of its own', () => {
    given()
      .when(change({ message }))
      .satisfies(([event]) =>
        expect(event?.data).toMatchObject({
          note: personal(the.person, 'narrative', 'n'),
          safeContact: personal(the.person, 'contact', 's'),
        }),
      );
  });
});

describe('answering', () => {
  it.each(jurisdiction('PE').codes['declineReasons']?.entries.map(({ code }) => code) ?? [])(
    'is declined because of %s',
    (reason) => {
      const declined = { ...the.declined, data: { ...the.declined.data, reason } };
      given(sent, the.received).when({ do: 'decline', institution: the.cem, reason }).then(declined);
    },
  );

  it('is not declined without a reason of the list', () => {
    for (const reason of ['', 'MOOD', 'no_capacity']) {
      given(sent, the.received).when({ do: 'decline', institution: the.cem, reason }).refuses('code/not-listed');
    }
  });

  it('is a fact of its own, apart from the receipt, also when both come at once', () => {
    given(sent)
      .when({ do: 'accept', institution: the.cem })
      .then(the.seen, { ...the.accepted, data: without(the.accepted.data, 'meets') });
    given(sent)
      .when({ do: 'decline', institution: the.cem, reason: 'NO_CAPACITY' })
      .then(the.seen, { ...the.declined, data: without(the.declined.data, 'meets') });
  });

  it('meets the clock of the step before, and starts the one of the step that is owed now', () => {
    given(sent).when({ do: 'receive', institution: the.cem }).then(the.received);
    given(sent, the.received).when({ do: 'accept', institution: the.cem }).then(the.accepted);
    const [clock] = the.declined.data.starts ?? [];
    expect(clock).toMatchObject({ institution: the.police, waitsFor: 'referral-reviewed' });
  });
});
