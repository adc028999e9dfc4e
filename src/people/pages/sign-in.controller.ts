import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { header, Problem, Public } from '#service';
import { seeOther } from '../../pages/pages.js';
import { PEOPLE, type People } from '../people.js';
import type { SigningIn } from '../signing-in.js';

/** What a provider sends the browser back with. */
export class AnswerQuery {
  @IsOptional()
  @IsString()
  @MaxLength(2_048)
  code?: string;

  @IsOptional()
  @IsString()
  @MaxLength(256)
  state?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2_048)
  iss?: string;

  @IsOptional()
  @IsString()
  @MaxLength(256)
  error?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2_048)
  error_description?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2_048)
  session_state?: string;
}

export class GoQuery {
  /** The ticket of what goes on once they have confirmed who they are. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  sigue?: string;
}

/** To the identity provider, and back. */
@Public()
@ApiExcludeController()
@Controller('entrar')
export class SignInController {
  constructor(@Inject(PEOPLE) private readonly people: People) {}

  @Get('ir')
  async go(@Query() { sigue }: GoQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    // Another site's page must not sign anybody out, nor anybody in.
    if (header(request, 'sec-fetch-site') === 'cross-site') throw new Problem(403, 'cross-origin');
    const { location, cookies } = await this.#signingIn().begin(request, sigue);
    void reply.header('Set-Cookie', [...cookies]);
    seeOther(reply, location);
  }

  @Get('respuesta')
  async back(
    @Query() { code, state }: AnswerQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const signingIn = this.#signingIn();
    const done = code === undefined || state === undefined ? undefined : await signingIn.finish(request, code, state);
    if (done === undefined) throw new Problem(401, 'unauthenticated');
    void reply.header('Set-Cookie', [...done.cookies]);
    seeOther(reply, done.location);
  }

  #signingIn(): SigningIn {
    const { signingIn } = this.people;
    if (signingIn === undefined) throw new Problem(404, 'not-found');
    return signingIn;
  }
}
