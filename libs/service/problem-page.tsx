import type { VNode } from 'preact';

/** A problem with its words, as a page shows it. */
export interface ShownProblem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** What to tell support: `urn:uuid:…`. */
  readonly instance: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly message: string }[];
  readonly allowed: readonly string[];
  /** Where it goes on: a path of ours. */
  readonly next?: string;
  readonly lang: string;
}

/** Makes the page a browser gets: the whole document, from `<html>` on. */
export type ErrorPage = (problem: ShownProblem) => VNode;

/** The page when the product has none of its own. */
export const plainErrorPage: ErrorPage = ({ status, title, detail, errors, instance, lang }) => (
  <html lang={lang}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>{title}</title>
    </head>
    <body>
      <main>
        <h1>{title}</h1>
        <p>{detail}</p>
        {errors.length > 0 && (
          <ul>
            {errors.map((error) => (
              <li key={error.pointer}>
                <code>{error.pointer}</code> {error.message}
              </li>
            ))}
          </ul>
        )}
        <p>
          <small>
            {status} · {instance}
          </small>
        </p>
      </main>
    </body>
  </html>
);

/** The pages behind the `type` of a problem: what each code means. */
export function problemIndex(
  problems: readonly {
    readonly code: string;
    readonly status: number;
    readonly title: string;
    readonly detail: string;
  }[],
  lang: string,
): VNode {
  const [only] = problems;
  const heading = problems.length === 1 && only !== undefined ? only.title : 'Problemas';
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{heading}</title>
      </head>
      <body>
        <main>
          <h1>{heading}</h1>
          <dl>
            {problems.map(({ code, status, title, detail }) => (
              <div key={code}>
                <dt>
                  <a href={`/problemas/${code}`}>{code}</a> ({status}) {title}
                </dt>
                <dd>{detail}</dd>
              </div>
            ))}
          </dl>
        </main>
      </body>
    </html>
  );
}
