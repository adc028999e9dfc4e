import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CommandMeta, CurrentActor, etag, type Meta, Public } from '#service';
import { PLATFORM, type Platform } from '../../../platform.js';
import { baseOf, searchset } from './bundle.js';
import { capabilities } from './capability.js';
import { FhirDesk, isBetween, ofStatus } from './desk.js';
import type { Resource } from './elements.js';
import { fhirJson, OutcomeFilter } from './outcome.filter.js';
import { consentOf, serviceRequestOf, taskOf } from './referral.js';
import { ConsentSearch, ServiceRequestSearch, TaskSearch } from './search.dto.js';
import { ServiceRequestDto } from './service-request.dto.js';

const usual = 50;

type Paged = Pick<ServiceRequestSearch, '_count' | '_cursor'>;

const pageOf = ({ _count = usual, _cursor }: Paged) => ({
  limit: _count,
  ...(_cursor === undefined ? {} : { after: _cursor }),
});

/** Referrals in the words of FHIR R4: read, searched, and sent. The person is never a resource. */
@ApiTags('FHIR R4')
@Controller('fhir')
@UseFilters(OutcomeFilter)
export class FhirController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(FhirDesk) private readonly desk: FhirDesk,
  ) {}

  @Public()
  @Get('metadata')
  metadata(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Resource {
    return told(reply, capabilities(this.platform.software, baseOf(request)));
  }

  /** Found by who asked for it or who is asked: what the actor's institution was sent, then what it sent. */
  @Get('ServiceRequest')
  async serviceRequests(
    @Query() query: ServiceRequestSearch,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Resource> {
    const { requester: from, performer: to, status, _id, identifier } = query;
    const ends = { from, to, page: pageOf(query) };
    const { records, next } = await this.desk.searched(actor, { id: _id, code: identifier, ends });
    const found = records.filter((each) => isBetween(each, each.legs.at(-1), ends));
    return told(reply, searchset(request, ofStatus(found.map(serviceRequestOf), status), next));
  }

  @Get('ServiceRequest/:id')
  async serviceRequest(
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Resource> {
    const record = await this.desk.referral(actor, id);
    etag(reply, record.revision);
    return told(reply, serviceRequestOf(record));
  }

  /** Sends a referral: the rules, rights and refusals of `POST /api/referrals`. */
  @Post('ServiceRequest')
  async create(
    @Body() dto: ServiceRequestDto,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Resource> {
    const { id } = await this.desk.create(actor, meta, dto);
    void reply.status(201).header('Location', `${baseOf(request)}/ServiceRequest/${id}`);
    return told(reply, serviceRequestOf(await this.desk.referral(actor, id)));
  }

  @Get('Task')
  async tasks(
    @Query() query: TaskSearch,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Resource> {
    const { requester: from, owner: to, status, _id } = query;
    const ends = { from, to, page: pageOf(query) };
    const basedOn = query['based-on']?.replace(/^ServiceRequest\//, '');
    const { records, next } = await this.desk.searched(actor, {
      id: basedOn ?? referralOf(_id),
      code: undefined,
      ends,
    });
    const tasks = records
      .flatMap((each) => each.legs.filter((leg) => isBetween(each, leg, ends)).map((leg) => taskOf(each, leg)))
      .filter(({ id }) => _id === undefined || id === _id);
    return told(reply, searchset(request, ofStatus(tasks, status), next));
  }

  @Get('Task/:id')
  async task(
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Resource> {
    const { record, leg } = await this.desk.leg(actor, id);
    return told(reply, taskOf(record, leg));
  }

  @Get('Consent')
  async consents(
    @Query() query: ConsentSearch,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Resource> {
    const { organization: from, actor: to, status, _id } = query;
    const ends = { from, to, page: pageOf(query) };
    const { records, next } = await this.desk.searched(actor, { id: referralOf(_id), code: undefined, ends });
    const now = this.desk.now();
    const given = records
      .flatMap((each) => each.legs.filter((leg) => isBetween(each, leg, ends)).map((leg) => consentOf(each, leg, now)))
      .filter(({ id }) => _id === undefined || id === _id);
    return told(reply, searchset(request, ofStatus(given, status), next));
  }

  @Get('Consent/:id')
  async consent(
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Resource> {
    const { record, leg } = await this.desk.leg(actor, id);
    return told(reply, consentOf(record, leg, this.desk.now()));
  }
}

/** The referral an id of a Task or Consent is of; one that is none finds nothing. */
const referralOf = (id: string | undefined): string | undefined => id?.replace(/-\d+$/, '');

/** @returns the resource, to be sent as FHIR says */
export function told(reply: FastifyReply, resource: Resource): Resource {
  void reply.type(fhirJson);
  return resource;
}
