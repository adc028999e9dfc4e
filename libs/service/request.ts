import type { FastifyRequest } from 'fastify';
import { negotiateLanguage } from './text.js';

/** A cookie of the request, or undefined. Values are taken as they stand; ours need no decoding. */
export function cookie(request: FastifyRequest, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}

/** One header as text; of a repeated header the first. */
export function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

export const defaultLanguages = ['es', 'en'] as const;

/** The language to answer in: the cookie `lang` when it is one of ours, then `Accept-Language`, then the first. */
export function languageOf(request: FastifyRequest, supported: readonly string[] = defaultLanguages): string {
  const chosen = cookie(request, 'lang');
  if (chosen !== undefined && supported.includes(chosen)) return chosen;
  return negotiateLanguage(request.headers['accept-language'], supported);
}

/** The path of the request without its query. */
export const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '/';
