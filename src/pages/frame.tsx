import type { ComponentChildren, VNode } from 'preact';
import { assets } from './assets.js';
import { neutralPage } from './neutral.js';
import { say, type Word } from './words.js';

/** The places a page can be in. */
export type Place = 'today' | 'refer' | 'cases' | 'board' | 'programmes' | 'audit' | 'rights' | 'evidence';

const places: Readonly<Record<Place, readonly [href: string, word: Word]>> = {
  today: ['/', 'nav.today'],
  refer: ['/derivar', 'nav.refer'],
  cases: ['/casos', 'nav.cases'],
  board: ['/mesa', 'nav.board'],
  programmes: ['/programas', 'nav.programmes'],
  audit: ['/auditoria', 'nav.audit'],
  rights: ['/derechos', 'nav.rights'],
  evidence: ['/evidencia', 'nav.evidence'],
};

const attends: readonly Place[] = ['today', 'refer', 'cases', 'board', 'programmes'];
/** Where each role has something to do. No more than a phone shows side by side. */
const placesOf: Readonly<Record<string, readonly Place[]>> = {
  ...{ worker: attends, supervisor: attends },
  coordinator: ['board', 'programmes', 'rights'],
  auditor: ['audit', 'board'],
  'data-officer': ['rights', 'board'],
  evaluator: ['evidence'],
};
const others: readonly Place[] = ['board'];

const directory = ['/directorio', 'nav.directory'] as const;
/** What each role needs now and then, at the foot of every page. */
const furtherOf: Readonly<Record<string, readonly (readonly [href: string, word: Word])[]>> = {
  ...{ worker: [directory], supervisor: [directory], auditor: [directory] },
  coordinator: [
    directory,
    ['/casos/personas', 'nav.pairs'],
    ['/importar', 'nav.import'],
    ['/suscripciones', 'nav.systems'],
  ],
  'data-officer': [['/emergencia/revisiones', 'nav.reviews']],
  administrator: [directory, ['/importar', 'nav.import'], ['/suscripciones', 'nav.systems']],
};

/** Where a role begins: for those who attend nobody, nothing waits under "today". */
export const startOf = (role: string): string => places[(placesOf[role] ?? others)[0] ?? 'today'][0];

export interface FrameProps {
  /** Who looks at the page; nobody on the way in. */
  readonly viewer?: { readonly code: string; readonly role: string; readonly institutionName: string };
  readonly here?: Place;
  /** Marks every page of a demonstration. */
  readonly demo?: boolean;
  /** Language of the page. Default `es`. */
  readonly lang?: string;
  /** Further style sheets, by asset name. */
  readonly styles?: readonly string[];
  readonly children: ComponentChildren;
}

/**
 * The whole document around a page. Title and chrome never say what it is about: somebody may stand behind the reader.
 */
export function Frame({ viewer, here, demo = false, lang = 'es', styles = [], children }: FrameProps): VNode {
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{say('frame.name')}</title>
        <link rel="icon" href={assets.href('icon.svg')} />
        <link rel="stylesheet" href={assets.href('pages.css')} />
        {styles.map((style) => (
          <link key={style} rel="stylesheet" href={assets.href(style)} />
        ))}
        <script src={assets.href('pages.js')} defer />
      </head>
      <body data-actor={viewer?.code}>
        <a class="skip" href="#main">
          {say('frame.skip')}
        </a>
        <header class="top">
          <span class="brand">{say('frame.name')}</span>
          <span class="who">{viewer && viewer.institutionName}</span>
          <a class="exit" href="/salir" title={say('frame.exit.hint')} data-exit={neutralPage}>
            {say('frame.exit')}
          </a>
        </header>
        <div
          class="net"
          role="status"
          data-net
          data-offline={say('frame.offline')}
          data-saved={say('frame.saved')}
          data-sending={say('frame.sending')}
          data-received={say('frame.received')}
          data-refused={say('frame.refused')}
          data-open={say('frame.open')}
        />
        {viewer && (
          <nav class="nav">
            {(placesOf[viewer.role] ?? others).map((place) => {
              const [href, word] = places[place];
              return (
                <a key={place} href={href} aria-current={place === here ? 'page' : undefined}>
                  {say(word)}
                </a>
              );
            })}
          </nav>
        )}
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <footer class="foot">
          {viewer && furtherOf[viewer.role] && (
            <nav class="ways" aria-label={say('frame.further')}>
              {furtherOf[viewer.role]?.map(([href, word]) => (
                <a key={href} href={href}>
                  {say(word)}
                </a>
              ))}
            </nav>
          )}
          {demo && <p>{say('frame.demo')}</p>}
          {viewer && (
            <p class="who">
              <span>{viewer.code}</span>
              <a href="/entrar">{say('frame.change')}</a>
            </p>
          )}
        </footer>
      </body>
    </html>
  );
}
