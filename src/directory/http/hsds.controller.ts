import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { IsInstant, Problem, Reads, UuidPipe } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { plain } from '../../protocol/index.js';
import { organizations, type OrganizationEntry, publicId } from '../views/organizations.js';
import { allOrganizations } from './answers.js';
import {
  type HsdsObject,
  locationObjects,
  organizationObject,
  placeObjects,
  serviceObject,
  taxonomies,
  taxonomyTerms,
  termId,
} from './hsds.objects.js';

/** A page of a list of the specification. */
interface Page {
  readonly total_items: number;
  readonly total_pages: number;
  readonly page_number: number;
  readonly size: number;
  readonly first_page: boolean;
  readonly last_page: boolean;
  readonly empty: boolean;
  readonly contents: readonly object[];
}

/** Filters narrow each other down. */
export class HsdsQuery {
  /** From 1. */
  @IsOptional()
  @IsInt()
  @Min(1)
  page?: number;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(500)
  per_page?: number;

  /** Words in names, accents and capitals aside. */
  @IsOptional()
  @IsString()
  @MaxLength(80)
  search?: string;

  /** Changed at this instant or later. */
  @IsOptional()
  @IsInstant()
  modified_after?: string;

  @IsOptional()
  @IsUUID()
  organization_id?: string;

  @IsOptional()
  @IsUUID()
  taxonomy_term_id?: string;

  @IsOptional()
  @IsUUID()
  taxonomy_id?: string;

  /** With everything that hangs on each. */
  @IsOptional()
  @IsBoolean()
  full?: boolean;

  /** Nothing but ids and times of change. */
  @IsOptional()
  @IsBoolean()
  minimal?: boolean;
}

const usual = 50;
const version = 'HSDS-3.0';

/** An object, with what it is looked for by. */
interface Found {
  readonly modifiedAt: string;
  readonly organization: string;
  readonly names: readonly string[];
  readonly terms: readonly string[];
  readonly object: () => HsdsObject;
}

/** The directory as the Human Services Data Specification 3 has it. Places of shelters are not in it. */
@ApiTags('HSDS 3')
@Controller('api/hsds')
@Reads(organizations)
export class HsdsController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get()
  about(): object {
    return { version, profile: 'https://docs.openreferral.org/en/3.0/', openapi_url: '/api/openapi.json' };
  }

  @Get('organizations')
  organizations(@Query() query: HsdsQuery): Promise<Page> {
    const at = this.platform.clock.now();
    return this.#list(query, (entry) => [
      found(entry, entry.modifiedAt, [entry.name], [entry.kind], () =>
        organizationObject(entry, at, query.full ?? false),
      ),
    ]);
  }

  @Get('organizations/:id')
  async organization(@Param('id', UuidPipe) id: string): Promise<HsdsObject> {
    return organizationObject(await this.#holder(id), this.platform.clock.now(), true);
  }

  @Get('services')
  services(@Query() query: HsdsQuery): Promise<Page> {
    const at = this.platform.clock.now();
    return this.#list(query, (entry) =>
      entry.services.map((service) =>
        found(entry, service.modifiedAt, [service.name], [entry.kind, service.kind], () =>
          query.minimal === true
            ? { id: publicId('service', entry.id, service.id), last_modified: service.modifiedAt }
            : serviceObject(entry, service, at, query.full ?? false),
        ),
      ),
    );
  }

  @Get('services/:id')
  async service(@Param('id', UuidPipe) id: string): Promise<HsdsObject> {
    const entry = await this.#holder(id);
    const service = entry.services.find((each) => publicId('service', entry.id, each.id) === id);
    if (service === undefined) throw new Problem(404, 'not-found');
    const at = this.platform.clock.now();
    return { ...serviceObject(entry, service, at, true), organization: organizationObject(entry, at, false) };
  }

  @Get('locations')
  locations(@Query() query: HsdsQuery): Promise<Page> {
    return this.#list(query, (entry) =>
      locationObjects(entry).map((object) => found(entry, entry.modifiedAt, [entry.name], [entry.kind], () => object)),
    );
  }

  @Get('locations/:id')
  async location(@Param('id', UuidPipe) id: string): Promise<HsdsObject> {
    return one(locationObjects(await this.#holder(id)), id);
  }

  @Get('service_at_locations')
  places(@Query() query: HsdsQuery): Promise<Page> {
    return this.#list(query, (entry) =>
      entry.services.flatMap((service) =>
        placeObjects(entry, service).map((object) =>
          found(entry, entry.modifiedAt, [service.name], [entry.kind, service.kind], () => object),
        ),
      ),
    );
  }

  @Get('service_at_locations/:id')
  async place(@Param('id', UuidPipe) id: string): Promise<HsdsObject> {
    const all = (await allOrganizations(this.platform.views)).flatMap((entry) =>
      entry.services.flatMap((service) => placeObjects(entry, service)),
    );
    return one(all, id);
  }

  @Get('taxonomies/:id')
  taxonomy(@Param('id', UuidPipe) id: string): HsdsObject {
    return one(taxonomies(), id);
  }

  @Get('taxonomy_terms/:id')
  term(@Param('id', UuidPipe) id: string): HsdsObject {
    return one(taxonomyTerms(), id);
  }

  @Get('taxonomies')
  taxonomies(@Query() query: HsdsQuery): Page {
    return pageOf(query, taxonomies());
  }

  @Get('taxonomy_terms')
  terms(@Query() query: HsdsQuery): Page {
    const { taxonomy_id: wanted } = query;
    return pageOf(
      query,
      taxonomyTerms().filter(({ taxonomy_id }) => wanted === undefined || taxonomy_id === wanted),
    );
  }

  async #list(query: HsdsQuery, of: (entry: OrganizationEntry) => readonly Found[]): Promise<Page> {
    const { search = '', modified_after: since, organization_id: organization, taxonomy_term_id: term } = query;
    const after = since === undefined ? '' : new Date(since).toISOString();
    const terms = query.taxonomy_id === undefined ? undefined : this.#termsOf(query.taxonomy_id);
    const all = (await allOrganizations(this.platform.views)).flatMap(of);
    const kept = all.filter(
      (each) =>
        each.modifiedAt >= after &&
        (organization === undefined || each.organization === organization) &&
        (term === undefined || each.terms.includes(term)) &&
        (terms === undefined || each.terms.some((one) => terms.has(one))) &&
        plain(each.names.join(' ')).includes(plain(search)),
    );
    return pageOf(query, kept, ({ object }) => object());
  }

  #termsOf(taxonomy: string): ReadonlySet<string> {
    return new Set(taxonomyTerms().flatMap(({ id, taxonomy_id }) => (taxonomy_id === taxonomy ? [id] : [])));
  }

  /** The organization that is, or has, what goes by a public id. */
  async #holder(id: string): Promise<OrganizationEntry> {
    const [found] = await this.platform.views.list(organizations, `public/${id}`, { limit: 1 });
    if (found === undefined) throw new Problem(404, 'not-found');
    return found.document;
  }
}

function one(objects: readonly HsdsObject[], id: string): HsdsObject {
  const found = objects.find((each) => each.id === id);
  if (found === undefined) throw new Problem(404, 'not-found');
  return found;
}

const found = (
  entry: OrganizationEntry,
  modifiedAt: string,
  names: readonly string[],
  [kind = '', service]: readonly string[],
  object: () => HsdsObject,
): Found => ({
  modifiedAt,
  organization: publicId('organization', entry.id),
  names,
  terms: [termId('institutionTypes', kind), ...(service === undefined ? [] : [termId('services', service)])],
  object,
});

function pageOf<T extends object>(
  { page = 1, per_page = usual }: HsdsQuery,
  all: readonly T[],
  show: (item: T) => object = (item) => item,
): Page {
  const pages = Math.max(1, Math.ceil(all.length / per_page));
  const contents = all.slice((page - 1) * per_page, page * per_page).map(show);
  return {
    total_items: all.length,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  };
}
