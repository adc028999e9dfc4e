import type { FastifyRequest } from 'fastify';
import type { Resource } from './elements.js';

/** Where this façade is found by whoever asked. */
export const baseOf = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}/fhir`;

/** A page of a search. `next` is the cursor of the page after it. */
export function searchset(request: FastifyRequest, found: readonly Resource[], next?: string): Resource {
  const base = baseOf(request);
  const self = `${base}${request.url.replace(/^\/fhir/, '')}`;
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    link: [
      { relation: 'self', url: self },
      ...(next === undefined ? [] : [{ relation: 'next', url: after(self, next) }]),
    ],
    entry: found.map((resource) => ({
      fullUrl: `${base}/${resource.resourceType}/${String(resource.id)}`,
      resource,
      search: { mode: 'match' },
    })),
  };
}

function after(self: string, cursor: string): string {
  const url = new URL(self);
  url.searchParams.set('_cursor', cursor);
  return url.href;
}
