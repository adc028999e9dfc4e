import { Controller, Get, Inject, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#service';
import { searchset } from './bundle.js';
import { FhirDesk } from './desk.js';
import { organizationOf, servicesOf } from './directory.js';
import type { CodeableConcept, Reference, Resource } from './elements.js';
import { told } from './fhir.controller.js';
import { OutcomeFilter } from './outcome.filter.js';
import { HealthcareServiceSearch, OrganizationSearch } from './search.dto.js';

const usual = 50;

/** Institutions and their services in the words of FHIR R4. */
@ApiTags('FHIR R4')
@Controller('fhir')
@UseFilters(OutcomeFilter)
export class FhirDirectoryController {
  constructor(@Inject(FhirDesk) private readonly desk: FhirDesk) {}

  @Get('Organization')
  async organizations(
    @Query() query: OrganizationSearch,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Resource> {
    const { identifier, name, type } = query;
    const all = (await this.desk.organizations()).filter(
      (each) => identifier === undefined || each.id === valueOf(identifier),
    );
    const found = all
      .map(organizationOf)
      .filter((each) => named(each, name) && ofType(each, type) && idOf(each, query._id));
    return told(reply, paged(request, found, query));
  }

  @Get('Organization/:id')
  async organization(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Resource> {
    return told(reply, one((await this.desk.organizations()).map(organizationOf), id));
  }

  @Get('HealthcareService')
  async services(
    @Query() query: HealthcareServiceSearch,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Resource> {
    const { organization, name, active } = query;
    const by = organization?.replace(/^Organization\//, '');
    const found = servicesOf(await this.desk.organizations()).filter(
      (each) =>
        named(each, name) &&
        ofType(each, query['service-type']) &&
        idOf(each, query._id) &&
        (active === undefined || String(each['active']) === active) &&
        (by === undefined || (each['providedBy'] as Reference).reference === `Organization/${by}`),
    );
    return told(reply, paged(request, found, query));
  }

  @Get('HealthcareService/:id')
  async service(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Resource> {
    return told(reply, one(servicesOf(await this.desk.organizations()), id));
  }
}

function one(resources: readonly Resource[], id: string): Resource {
  const found = resources.find((each) => each.id === id);
  if (found === undefined) throw new Problem(404, 'not-found');
  return found;
}

/** The cursor is how many came before: the directory is small, and read by name. */
function paged(request: FastifyRequest, found: readonly Resource[], query: Paged): Resource {
  const { _count = usual, _cursor = '0' } = query;
  const from = /^\d{1,6}$/.test(_cursor) ? Number(_cursor) : 0;
  const next = from + _count < found.length ? String(from + _count) : undefined;
  return searchset(request, found.slice(from, from + _count), next);
}

type Paged = Pick<OrganizationSearch, '_count' | '_cursor'>;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Names begin with what is looked for, accents and capitals aside, as FHIR searches text. */
const named = ({ name, alias = [] }: Resource, looked: string | undefined): boolean =>
  looked === undefined ||
  [name, ...(alias as readonly unknown[])].some((each) => plain(String(each)).startsWith(plain(looked)));

/** `system|code` or `code` */
const valueOf = (token: string): string => token.slice(token.lastIndexOf('|') + 1);

const ofType = ({ type }: Resource, token: string | undefined): boolean =>
  token === undefined ||
  (type as readonly CodeableConcept[]).some(({ coding = [] }) => coding.some(({ code }) => code === valueOf(token)));

const idOf = ({ id }: Resource, looked: string | undefined): boolean => looked === undefined || id === looked;
