import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CurrentActor, Problem, verdict } from '#service';
import { assets } from '../../pages/assets.js';
import { filledIn, Pages } from '../../pages/pages.js';
import type { Source } from '../csv.js';
import { ImportDesk, type Told } from '../http/import-desk.js';
import type { ImportPreview, ImportSummary } from '../http/import.dto.js';
import { pagePath } from '../http/imports.controller.js';
import { Upload, withUpload } from '../http/upload.js';
import { ImportPage, type Outcome } from './import-page.js';
import { say } from './words.js';

assets.add('import.js', readFileSync(join(import.meta.dirname, 'import.js')));

/** Characters that may be pasted: some thousand rows. */
const mostPasted = 900_000;

class ImportForm {
  @IsOptional()
  @IsString()
  @MaxLength(70)
  plantilla?: string;

  @IsOptional()
  @IsString()
  @MaxLength(80)
  institucion?: string;

  @IsOptional()
  @IsIn(['si'])
  demo?: 'si';

  @IsIn(['ver', 'importar'])
  hacer: 'ver' | 'importar';

  @IsOptional()
  @IsString()
  @MaxLength(mostPasted)
  texto?: string;
}

/** What is refused in words on the page; everything else is a page of its own. */
const words = {
  'import/not-demo': 'not-demo',
  'import/store-not-demo': 'store-not-demo',
  'import/unknown-mapping': 'unknownMapping',
  forbidden: 'forbidden',
} as const;

/** Shows how a list would be read, and imports it. */
@ApiExcludeController()
@Controller(pagePath)
export class ImportPages {
  constructor(
    @Inject(ImportDesk) private readonly desk: ImportDesk,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  @Get()
  form(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    return this.#send(reply, actor, {}, undefined);
  }

  /** The file as the body with the fields in the address, or a form with the rows as a text. */
  @Post()
  @HttpCode(200)
  async take(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { body, query } = request;
    const filled = filledIn(body instanceof Upload ? query : body);
    const said = verdict(ImportForm, filled, 'text');
    if ('errors' in said) throw new Problem(400, 'malformed-body');
    const asked = said.value;
    const outcome =
      body instanceof Upload
        ? await withUpload(body, (source) => this.#outcome(source, actor, asked))
        : asked.texto === undefined
          ? say('empty')
          : await this.#outcome(pasted(asked.texto), actor, asked);
    await this.#send(reply, actor, filled, outcome);
  }

  async #outcome(source: Source, actor: Actor, form: ImportForm): Promise<Outcome | string> {
    const { plantilla: mapping, institucion: institution, demo, hacer } = form;
    const query = {
      ...(mapping === undefined ? {} : { mapping }),
      ...(institution === undefined ? {} : { institution }),
    };
    try {
      return hacer === 'ver'
        ? seen(await this.desk.preview(source, actor, query, demo === 'si'))
        : done(await this.desk.import(source, actor, query, demo === 'si'));
    } catch (error) {
      const word = error instanceof Problem ? words[error.code as keyof typeof words] : undefined;
      if (word === undefined) throw error;
      return say(word);
    }
  }

  async #send(
    reply: FastifyReply,
    actor: Actor,
    filled: ReturnType<typeof filledIn>,
    outcome: Outcome | string | undefined,
  ): Promise<void> {
    const page = <ImportPage mappings={this.desk.mappings.all} filled={filled} outcome={outcome} />;
    const readable = outcome === undefined || (typeof outcome !== 'string' && outcome.readable);
    await this.pages.send(reply, actor, undefined, page, readable ? 200 : 422);
  }
}

/** What a spreadsheet copies is tabs and UTF-8, whatever its files are. */
const pasted = (text: string): Source => ({
  bytes: async function* () {
    yield Buffer.from(text);
  },
});

const seen = ({ told, readable }: Told<ImportPreview>): Outcome => ({ ...told, readable, written: false });

const done = ({ told: { errors, ...told }, readable }: Told<ImportSummary>): Outcome => ({
  ...told,
  readable,
  written: readable,
  sample: [],
  problems: errors.map((error) => ({ ...error, read: '' })),
});
