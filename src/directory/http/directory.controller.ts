import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answers, pageOf, Problem, rangeOf, Reads } from '#service';
import { countryNow } from '../../country.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { CodePipe } from '../../requests.js';
import { districtList, organizations } from '../views/organizations.js';
import { allOrganizations } from './answers.js';
import {
  OrganizationQuery,
  OrganizationView,
  organizationView,
  ServiceQuery,
  ServiceView,
  serviceView,
} from './directory.dto.js';

/** Who can be referred to, in the field names of the Human Services Data Specification. */
@Controller('api/directory')
@Reads(organizations)
export class DirectoryController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /** Organizations by name, in pages; of a district, those of the country of who asks. */
  @Get('organizations')
  @Answers(OrganizationView, { list: true })
  async organizations(
    @Query() query: OrganizationQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly OrganizationView[]> {
    const list = query.district === undefined ? 'all' : districtList(countryNow(), query.district);
    const listed = await this.platform.views.list(organizations, list, rangeOf(query));
    return pageOf(request, reply, query, listed).map(({ document }) => organizationView(document));
  }

  @Get('organizations/:id')
  @Answers(OrganizationView)
  async organization(@Param('id', CodePipe) id: string): Promise<OrganizationView> {
    const entry = await this.platform.views.get(organizations, id);
    if (entry === undefined) throw new Problem(404, 'not-found');
    return organizationView(entry);
  }

  /** Every service, by the name of its organization. */
  @Get('services')
  @Answers(ServiceView, { list: true })
  async services(@Query() query: ServiceQuery): Promise<readonly ServiceView[]> {
    const all = (await allOrganizations(this.platform.views)).flatMap(({ id, services }) =>
      services.map((service) => serviceView(id, service)),
    );
    return all.filter(
      ({ service_type, status }) =>
        service_type === (query.service_type ?? service_type) && status === (query.status ?? status),
    );
  }
}
