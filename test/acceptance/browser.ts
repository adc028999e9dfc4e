import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface Page {
  readonly status: number;
  /** Where the redirects ended. */
  readonly url: string;
  readonly html: string;
  /** Forms of the page, in order. */
  readonly forms: readonly Form[];
}

export interface Form {
  readonly action: string;
  /** What would be sent if nobody touched it. */
  readonly fields: readonly (readonly [string, string])[];
  /** Names of all fields and buttons it offers. */
  readonly names: readonly string[];
}

/** A browser without script: follows links and redirects, sends forms as they stand with some fields filled in. */
export class Browser {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly actor: string,
  ) {}

  get(url: string): Promise<Page> {
    return this.#ask('GET', url);
  }

  /** Sends a form. What is given replaces the field of that name. */
  send(form: Form, filled: Readonly<Record<string, string | readonly string[]>> = {}): Promise<Page> {
    const fields = [
      ...form.fields.filter(([name]) => !Object.hasOwn(filled, name)),
      ...Object.entries(filled).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const)),
    ];
    return this.#ask('POST', form.action, new URLSearchParams(fields.map(([name, value]) => [name, value])).toString());
  }

  async #ask(method: 'GET' | 'POST', url: string, payload?: string): Promise<Page> {
    const answer = await this.app.inject({
      method,
      url,
      headers: {
        cookie: `actor=${this.actor}`,
        accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
        ...(payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(payload === undefined ? {} : { payload }),
    });
    const { location } = answer.headers;
    if (answer.statusCode === 303 && typeof location === 'string') return this.#ask('GET', location);
    return { status: answer.statusCode, url, html: answer.payload, forms: formsOf(answer.payload) };
  }
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

function formsOf(html: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, head = '', body = '']) => {
    const tags = [...body.matchAll(/<(input|select|textarea|button)\b([^>]*)>/g)].map(([, , tag = '']) => tag);
    const inputs = [...body.matchAll(/<input\b([^>]*)>/g)].map(([, tag = '']) => tag);
    const sent = inputs.filter((tag) => !/type="(radio|checkbox)"/.test(tag) || / checked/.test(tag));
    const chosen = [...body.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)].map(
      ([, tag = '', options = '']) =>
        [
          attribute(tag, 'name') ?? '',
          attribute(/<option\b[^>]* selected[^>]*>/.exec(options)?.[0] ?? '', 'value') ?? '',
        ] as const,
    );
    const written = [...body.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs)].map(
      ([, tag = '', text = '']) => [attribute(tag, 'name') ?? '', text] as const,
    );
    return {
      action: attribute(` ${head}`, 'action') ?? '',
      fields: [
        ...sent.map((tag) => [attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? ''] as const),
        ...chosen,
        ...written,
      ],
      names: tags.flatMap((tag) => attribute(tag, 'name') ?? []),
    };
  });
}

/** The form that goes to an address that ends so. @throws Error the page has none */
export function formTo(page: Page, ending: string): Form {
  const form = page.forms.find(({ action }) => action.endsWith(ending));
  if (form === undefined) throw new Error(`no form to ${ending} at ${page.url} (${page.status})`);
  return form;
}

/** What is on the page to read, without markup. */
export const textOf = (html: string): string =>
  html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
