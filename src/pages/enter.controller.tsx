import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { catalogueOf, Problem, Public } from '#service';
import { coordinator, type DemoActor } from '../people/demo-actors.js';
import { SignIn } from '../people/pages/enter.js';
import { PEOPLE, type People } from '../people/people.js';
import { neutralPage } from './neutral.js';
import { filledIn, Pages, seeOther } from './pages.js';
import { Button, ErrorSummary } from './parts.js';
import { say } from './words.js';

const cookieOf = (value: string, rest = ''): string => `actor=${value}; Path=/; HttpOnly; SameSite=Strict${rest}`;
const noCookie = cookieOf('', '; Max-Age=0');

/** What to do first where nothing is registered yet. */
const first = catalogueOf({
  lead: 'El directorio está vacío: todavía nadie puede derivar. Para empezar:',
  register:
    'Con el código {coordinator}, registre por la API cada institución con sus servicios, y la mesa con sus miembros y su población.',
  docs: 'Cómo se hace (descripción de la API)',
  enter: 'Vuelva a esta página: el personal de cada institución aparece en la lista.',
  demo: 'O bien detenga el programa y cargue los datos de demostración con npm run demo.',
});
const voice = { lang: 'es', locale: 'es-PE' };

/** The way in and the way out. */
@Public()
@Controller()
export class EnterController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(PEOPLE) private readonly people: People,
  ) {}

  @Get('entrar')
  async choose(@Res() reply: FastifyReply): Promise<void> {
    const { demo } = this.people;
    const ways = demo === undefined ? <SignIn /> : <Choose actors={await demo.all()} />;
    await this.pages.send(reply, undefined, undefined, ways);
  }

  @Post('entrar')
  async enter(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { demo } = this.people;
    if (demo === undefined) throw new Problem(404, 'not-found');
    const { actor } = filledIn(request.body);
    const found = typeof actor === 'string' ? await demo.find(actor) : undefined;
    if (found === undefined) {
      await this.pages.send(reply, undefined, undefined, <Choose actors={await demo.all()} unknown />, 422);
      return;
    }
    void reply.header('Set-Cookie', cookieOf(found.code));
    seeOther(reply, '/');
  }

  /** Works without the script: a link that forgets who it was and leads away. */
  @Get('salir')
  leave(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    void reply.header('Set-Cookie', this.#left(request)).header('Clear-Site-Data', '"cache"');
    seeOther(reply, neutralPage);
  }

  /** What the script sends while it is already leaving. */
  @Post('salir')
  left(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    void reply.status(204).header('Set-Cookie', this.#left(request)).send();
  }

  /** Ends the session, where there are sessions. */
  #left(request: FastifyRequest): string | string[] {
    const { signingIn } = this.people;
    return signingIn === undefined ? noCookie : [...signingIn.leave(request)];
  }
}

function Choose({ actors, unknown = false }: { actors: readonly DemoActor[]; unknown?: boolean }): VNode {
  const groups = new Map<string, DemoActor[]>();
  for (const actor of actors) {
    const group = actor.role === 'worker' ? actor.institutionName : say('enter.others');
    groups.set(group, [...(groups.get(group) ?? []), actor]);
  }
  return (
    <>
      {unknown && <ErrorSummary errors={new Map([['actores', say('enter.unknown')]])} />}
      <h1>{say('enter.title')}</h1>
      <p>{say('enter.lead')}</p>
      {!actors.some(({ role }) => role === 'worker') && <First />}
      <form method="post" action="/entrar" id="actores">
        {[...groups].map(([institution, members]) => (
          <section class="card" key={institution}>
            <h2>{institution}</h2>
            <p class="buttons">
              {members.map((actor) => (
                <Button key={actor.code} kind="quiet" name="actor" value={actor.code}>
                  {calledFor(actor)}
                </Button>
              ))}
            </p>
          </section>
        ))}
      </form>
    </>
  );
}

/** Where several work, the code; of the others, what they do, with a number where there are two. */
const calledFor = ({ code, role, institutionName }: DemoActor): string =>
  role === 'worker' ? code.replace(/^demo-/, '') : [institutionName, ...(/\d+$/u.exec(code) ?? [])].join(' ');

const First = (): VNode => (
  <section class="empty">
    <p>{first.text(voice, 'lead')}</p>
    <ol>
      <li>
        {first.text(voice, 'register', { coordinator: coordinator.code })}{' '}
        <a href="/api/docs">{first.text(voice, 'docs')}</a>
      </li>
      <li>{first.text(voice, 'enter')}</li>
    </ol>
    <p>{first.text(voice, 'demo')}</p>
  </section>
);
