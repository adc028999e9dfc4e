import type { ListRange } from '#projection';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { pathOf } from './request.js';

/** `?limit=50&after=<cursor>`: take it with `@Query()`, or extend it with filters. */
export class PageQuery {
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  /** The cursor of the last item of the page before. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  after?: string;
}

const usual = 50;

/** What to ask the views for: one more than the page holds, to know whether there is another. */
export function rangeOf({ limit = usual, after }: PageQuery): ListRange {
  return { limit: limit + 1, ...(after === undefined ? {} : { after }) };
}

/**
 * The page out of what the views answered to `rangeOf(query)`; sets `Link: <…>; rel="next"` (RFC 8288) when there is more.
 */
export function pageOf<T extends { readonly cursor: string }>(
  request: FastifyRequest,
  reply: FastifyReply,
  { limit = usual }: PageQuery,
  listed: readonly T[],
): readonly T[] {
  const page = listed.slice(0, limit);
  const last = page.at(-1);
  if (listed.length > limit && last !== undefined) {
    const query = new URLSearchParams(request.query as Record<string, string>);
    query.set('after', last.cursor);
    void reply.header('Link', `<${pathOf(request)}?${query.toString()}>; rel="next"`);
  }
  return page;
}
