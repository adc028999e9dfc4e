import { Inject, Module, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { type Actor, ServiceLog, Stopping } from '#service';
import { Access } from '../people/access/access.js';
import { PLATFORM, type Platform, send } from '../platform.js';
import { Deliverer } from './delivery/deliverer.js';
import { allowedHosts, type HostRules } from './delivery/hosts.js';
import { poster } from './delivery/post.js';
import { Secrets } from './delivery/secrets.js';
import { FhirDesk } from './http/fhir/desk.js';
import { FhirDirectoryController } from './http/fhir/directory.controller.js';
import { FhirController } from './http/fhir/fhir.controller.js';
import { WebhookHandler } from './http/webhook-commands.js';
import { HOST_RULES, WebhookDesk } from './http/webhook-desk.js';
import { WebhooksController } from './http/webhooks.controller.js';
import { WebhookPages } from './pages/webhooks.controller.js';

/** Where may be sent to: `CHASKI_WEBHOOK_HOSTS`; this machine in a demonstration alone. */
const hostRules = (platform: Platform): HostRules => {
  const allowed = allowedHosts(process.env);
  return { loopback: () => platform.demo, ...(allowed === undefined ? {} : { allowed }) };
};

/** Somebody at the institution that is told, whoever they are: a subscription is nobody's. */
const anybodyAt = (institution: string): Actor => ({ code: 'webhook', institution, role: 'worker' });

function deliverer(platform: Platform, hosts: HostRules, access: Access): Deliverer {
  const { log, facts, checkpoints, clock } = platform;
  const secrets = new Secrets(platform);
  const lines = new ServiceLog();
  return new Deliverer({
    ...{ log, facts, clock, store: checkpoints, post: poster(hosts) },
    isClosed: async (institution, referral) => {
      const { policies } = await access.decide(anybodyAt(institution), { action: 'readReferral', referral });
      return policies.includes('never-when-sealed');
    },
    secretsOf: (card) => secrets.of(card),
    pauseGone: (id, commandId) =>
      send(platform, 'webhook', {
        ...{ id, commandId, actor: 'chaski', origin: 'policy' },
        command: { do: 'pause', reason: 'GONE' },
      }),
    source: process.env['CHASKI_SOURCE'] || '/chaski',
    note: (event, fields) => lines.write('warn', event, fields),
  });
}

/** Talks to other systems in the formats they speak, and tells them what concerns them. */
@Module({
  controllers: [FhirController, FhirDirectoryController, WebhooksController, WebhookPages],
  providers: [
    ...[FhirDesk, WebhookHandler, WebhookDesk],
    { provide: HOST_RULES, useFactory: hostRules, inject: [PLATFORM] },
    { provide: Deliverer, useFactory: deliverer, inject: [PLATFORM, HOST_RULES, Access] },
  ],
})
export class InteropModule implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(Stopping) private readonly stopping: Stopping,
    @Inject(Deliverer) private readonly deliverer: Deliverer,
  ) {}

  /** A body of FHIR is JSON under another name. */
  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    server.addContentTypeParser(
      'application/fhir+json',
      { parseAs: 'string' },
      server.getDefaultJsonParser('error', 'error'),
    );
  }

  onApplicationBootstrap(): void {
    this.stopping.run('webhooks', (signal) => this.deliverer.run(signal));
  }
}
