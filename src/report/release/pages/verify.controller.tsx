import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, HttpCode, Inject, type OnModuleInit, Post, Query, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { formatInstant, Public } from '#service';
import { assets } from '../../../pages/assets.js';
import { Pages } from '../../../pages/pages.js';
import { Button, Text } from '../../../pages/parts.js';
import { jurisdiction } from '../../../protocol/index.js';
import { Editions } from '../../editions.js';
import { monthName } from '../../../pages/time.js';
import { sha256 } from '../files.js';
import { EditionReader, type Found } from '../http/edition-reader.js';
import { acceptUploads } from './upload.js';
import { editionWords as words } from './words.js';

assets.add('verify.js', readFileSync(join(import.meta.dirname, 'verify.js')));

export class VerifyQuery {
  /** SHA-256 of a file, in hexadecimal. */
  @IsOptional()
  @IsString()
  @MaxLength(80)
  huella?: string;

  /** The short code on the pages. */
  @IsOptional()
  @IsString()
  @MaxLength(80)
  codigo?: string;
}

type Verdict = { readonly found: Found; readonly name: string; readonly by: 'file' | 'code' } | 'unknown' | 'malformed';

/** Whether a report somebody was sent is one that was published, and the one in force. For everybody. */
@Public()
@ApiExcludeController()
@Controller('verificar')
export class VerifyPages implements OnModuleInit {
  constructor(
    @Inject(EditionReader) private readonly reader: EditionReader,
    @Inject(Editions) private readonly boards: Editions,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
  ) {}

  onModuleInit(): void {
    acceptUploads(this.host.httpAdapter.getInstance<FastifyInstance>(), '/verificar');
  }

  @Get()
  async look(@Query() { huella, codigo }: VerifyQuery, @Res() reply: FastifyReply): Promise<void> {
    const key = huella === undefined ? codigo && codeOf(codigo) : fileOf(huella);
    const asked = huella ?? codigo;
    await this.#send(reply, asked === undefined ? undefined : key ? await this.#verdict(key) : 'malformed');
  }

  /** Without the script: the file comes here, is hashed and forgotten. */
  @Post()
  @HttpCode(200)
  async upload(@Req() { body }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const file = (body as { readonly file?: unknown } | undefined)?.file;
    await this.#send(reply, Buffer.isBuffer(file) ? await this.#verdict({ file: sha256(file) }) : 'malformed');
  }

  async #verdict(key: { readonly file: string } | { readonly code: string }): Promise<Verdict> {
    const found = await this.reader.published(key);
    if (found === undefined) return 'unknown';
    const board = (await this.boards.boards()).find(({ document }) => document.id === found.edition.board);
    const name = board?.document.name ?? found.edition.board;
    return { found, name, by: 'file' in key ? 'file' : 'code' };
  }

  #send(reply: FastifyReply, verdict: Verdict | undefined): Promise<void> {
    return this.pages.send(reply, undefined, undefined, <VerifyPage verdict={verdict} />);
  }
}

const fileOf = (text: string) => (/^[0-9a-f]{64}$/u.test(text) ? { file: text } : undefined);

/** As people type it: spaces or none, small letters. */
function codeOf(text: string): { readonly code: string } | undefined {
  const digits = text.toUpperCase().replace(/[\s-]/gu, '');
  return /^[0-9A-F]{12}$/u.test(digits) ? { code: digits.replace(/(.{4})(?=.)/gu, '$1-') } : undefined;
}

function VerifyPage({ verdict }: { readonly verdict: Verdict | undefined }): VNode {
  return (
    <>
      <h1>{words.verify}</h1>
      {verdict !== undefined && (
        <div class="summary" role="status">
          {typeof verdict === 'string' ? <p>{words[verdict]}</p> : <Known {...verdict} />}
        </div>
      )}
      <p>{words.verifyLead}</p>
      <form method="post" action="/verificar" enctype="multipart/form-data" data-verify>
        <div class="field">
          <label for="file">{words.file}</label>
          <input type="file" id="file" name="file" />
        </div>
        <Button>{words.check}</Button>
      </form>
      <noscript>
        <p>{words.verifyUpload}</p>
      </noscript>
      <form method="get" action="/verificar">
        <Text name="codigo" label={words.code} max={20} width="short" />
        <Button kind="quiet">{words.checkCode}</Button>
      </form>
      <script src={assets.href('verify.js')} defer />
    </>
  );
}

function Known({ found, name, by }: Exclude<Verdict, string>): VNode {
  const { edition, version, publication, replacedBy } = found;
  const { locale, zone } = jurisdiction(edition.country);
  const day = (instant: string): string => formatInstant(instant, locale, zone, { dateStyle: 'long' });
  const later = replacedBy?.publications.find(({ profile }) => profile === publication.profile)?.at ?? '';
  const profile = words.profile[publication.profile];
  return (
    <>
      <p>
        <b>{by === 'file' ? words.authentic : words.codeKnown}</b>
      </p>
      <p>{words.isEdition(name, monthName(edition.month), version.version, profile)}</p>
      <p>{words.publishedOn(day(publication.at))}</p>
      <p>{replacedBy === undefined ? words.current : words.replaced(replacedBy.version, day(later))}</p>
    </>
  );
}
