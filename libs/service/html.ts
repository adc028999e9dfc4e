import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';

export interface HtmlOptions {
  /** Default 200. */
  readonly status?: number;
  /** Language of the page, `Content-Language`. Default `es`. */
  readonly lang?: string;
}

/**
 * Sends a page rendered on the server. In a Nest controller take the reply with `@Res()` and return nothing.
 * @param page the whole document, from `<html>` on
 */
export function html(reply: FastifyReply, page: VNode, { status = 200, lang = 'es' }: HtmlOptions = {}): void {
  void reply
    .status(status)
    .header('Content-Language', lang)
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>\n${render(page)}`);
}

/** Whether the caller would rather have a page than JSON: browsers name `text/html` first. */
export function prefersHtml(accept: string | undefined): boolean {
  const weight = (type: string): number => {
    const range = (accept ?? '').split(',').find((part) => part.trim().toLowerCase().startsWith(type));
    if (range === undefined) return 0;
    return Number(/;\s*q=([0-9.]+)/.exec(range)?.[1] ?? 1);
  };
  const page = weight('text/html');
  return page > 0 && page >= weight('application/json') && page >= weight('application/problem+json');
}
