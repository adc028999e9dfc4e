import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { ComponentChildren } from 'preact';
import type { Instant } from '#event-log';
import { type Actor, type FieldError, fieldMessage, html } from '#service';
import { demoOffices } from '../people/demo-actors.js';
import { PLATFORM, type Platform } from '../platform.js';
import { InstitutionNames } from '../questions.js';
import { Frame, type Place } from './frame.js';
import type { Errors } from './parts.js';

/** What page controllers share: the frame, the time, names of institutions. */
@Injectable()
export class Pages {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  /** The time by the clock everything is recorded with. */
  now(): Instant {
    return this.platform.clock.now();
  }

  /** A key for one form: whatever is sent with it happens once. */
  newKey(): string {
    return crypto.randomUUID();
  }

  /** Names of institutions; a code nobody knows stands for itself. */
  async names(codes: readonly string[]): Promise<(code: string) => string> {
    const listed = await this.queries.execute(new InstitutionNames(codes));
    if (!this.platform.demo) return listed;
    return (code) => {
      const name = listed(code);
      return name === code ? (demoOffices.get(code) ?? code) : name;
    };
  }

  /** Sends a page in the frame. */
  async send(
    reply: FastifyReply,
    actor: Actor | undefined,
    here: Place | undefined,
    content: ComponentChildren,
    status = 200,
    styles: readonly string[] = [],
  ): Promise<void> {
    const { demo } = this.platform;
    const viewer = actor && { code: actor.code, role: actor.role, institutionName: await this.institutionOf(actor) };
    const frame = { demo, styles, ...(here && { here }), ...(viewer && { viewer }) };
    html(reply, Frame({ ...frame, children: content }), { status });
  }

  /** A coordinator's or auditor's office is in no directory, and has its name with the actor. */
  private async institutionOf(actor: Actor): Promise<string> {
    if ('institutionName' in actor && typeof actor.institutionName === 'string') return actor.institutionName;
    return (await this.names([actor.institution]))(actor.institution);
  }
}

/** After a change: see other, and see it. */
export function seeOther(reply: FastifyReply, path: string, position?: string): void {
  const mark = path.includes('?') ? '&' : '?';
  void reply.status(303).header('Location', position === undefined ? path : `${path}${mark}consistentWith=${position}`);
  void reply.send();
}

/** What is wrong with the fields of a form, in words, by field. */
export const inWords = (errors: readonly FieldError[]): Errors =>
  new Map(errors.map((error) => [error.pointer.split('/')[1] ?? '', fieldMessage(error, { lang: 'es' })]));

/** The fields of a form as they came, to show them again. */
export const filledIn = (body: unknown): Readonly<Record<string, string | readonly string[]>> =>
  typeof body === 'object' && body !== null ? (body as Record<string, string | string[]>) : {};
