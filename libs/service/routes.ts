import type { FastifyInstance } from 'fastify';

interface Route {
  readonly pattern: RegExp;
  readonly method: string;
}

const key = 'serviceRoutes';

/** Remembers every route as it is declared, so that a wrong method can be told from an unknown path. */
export function rememberRoutes(server: FastifyInstance): void {
  const routes: Route[] = [];
  server.decorate(key, routes);
  server.addHook('onRoute', ({ url, method }) => {
    const pattern = new RegExp(`^${url.split('/').map(segment).join('/')}/?$`);
    for (const one of [method].flat()) routes.push({ pattern, method: one });
  });
}

/** The methods this path answers to; none for an unknown path. */
export function allowedMethods(server: FastifyInstance, path: string): readonly string[] {
  const routes = server.getDecorator<Route[]>(key);
  return [...new Set(routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))].sort();
}

function segment(text: string): string {
  if (text.startsWith(':')) return '[^/]+';
  if (text.startsWith('*')) return '.*';
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
