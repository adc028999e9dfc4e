import { specification } from '#decider/specification';
import { ended, paused, resumed, rotated, subscribed, subscribing, webhookId } from '../testing/webhook-fixtures.js';
import { webhookDecider } from './webhook.js';

const { given } = specification(webhookDecider);
const now = '2025-10-01T15:00:00.000Z';

describe('a subscription', () => {
  it('is made once, under a sealed secret', () => {
    given().when(subscribing).then(subscribed);
    given(subscribed).when(subscribing).refuses('webhook/taken');
  });

  it('may be for some facts, and not for none', () => {
    const types = ['ReferralSent.v1'];
    given()
      .when({ ...subscribing, types })
      .then({ ...subscribed, data: { ...subscribed.data, types } });
    given()
      .when({ ...subscribing, types: [] })
      .refuses('webhook/no-types');
  });

  it.each([
    'http://recepcion.example.pe/chaski',
    'https://user@recepcion.example.pe/',
    'https://user:key@recepcion.example.pe/',
    'https://recepcion.example.pe/?token=1',
    'https://recepcion.example.pe/#a',
    'ftp://recepcion.example.pe/',
    'not an address',
    `https://recepcion.example.pe/${'a'.repeat(300)}`,
  ])('is not sent to %s', (url) => {
    given()
      .when({ ...subscribing, url })
      .refuses('webhook/bad-url');
  });

  it.each(['http://127.0.0.1:4000/a', 'http://localhost:4000/', 'http://[::1]/'])('may be at %s', (url) => {
    given()
      .when({ ...subscribing, url })
      .then({ ...subscribed, data: { ...subscribed.data, url } });
  });

  it('takes a new secret, and keeps the old one for a day', () => {
    given(subscribed).when({ do: 'rotate', secret: 'second' }, { recordedAt: now }).then(rotated(now));
  });

  it('is paused and resumed, once each', () => {
    given(subscribed).when({ do: 'pause', reason: 'ASKED' }).then(paused);
    given(subscribed, paused).when({ do: 'pause', reason: 'GONE' }).changesNothing();
    given(subscribed, paused).when({ do: 'resume' }).then(resumed);
    given(subscribed).when({ do: 'resume' }).changesNothing();
  });

  it('is asked for what it was sent, and for what was given up', () => {
    const after = '00000000000000000007';
    given(subscribed).when({ do: 'replay', after }).then({ type: 'WebhookReplayAsked', data: { after } });
    given(subscribed)
      .when({ do: 'redeliver', fact: webhookId })
      .then({ type: 'WebhookRedeliveryAsked', data: { fact: webhookId } });
    given(subscribed).when({ do: 'replay', after: 'a b' }).refuses('webhook/bad-code');
  });

  it('is over for good', () => {
    given(subscribed).when({ do: 'end' }).then(ended);
    given(subscribed, ended).when({ do: 'end' }).changesNothing();
    given(subscribed, ended).when({ do: 'resume' }).refuses('webhook/ended');
    given().when({ do: 'end' }).refuses('webhook/unknown');
  });
});
