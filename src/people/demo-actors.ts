import type { Actor, ActorDirectory } from '#service';

/** An organization of the directory, as far as actors are made from it. */
export interface DemoOrganization {
  readonly id: string;
  readonly name: string;
}

/** Somebody the demonstration lets you be. */
export interface DemoActor extends Actor {
  readonly institutionName: string;
}

/** The district whose institutions have actors with short codes. */
const home = 'pe-150112-';

/** There before any organization is: founds the directory and the boards. */
export const coordinator: DemoActor = {
  code: 'demo-coordinacion',
  institution: `${home}municipalidad`,
  institutionName: 'Coordinación de la mesa',
  role: 'coordinator',
};

const auditor: DemoActor = {
  code: 'demo-auditoria',
  institution: `${home}auditoria`,
  institutionName: 'Auditoría',
  role: 'auditor',
};

const workersEach = 2;

/**
 * Demonstration actors: codes, no persons. At `pe-150112-cem` work `demo-cem-01` and `demo-cem-02`, at an organization
 * of another district `demo-<its code>-01` and `-02`. Beside them a coordinator and an auditor.
 */
export class DemoActors implements ActorDirectory {
  #byCode: ReadonlyMap<string, DemoActor> = new Map();

  /** @param list reads the organizations of the directory */
  constructor(private readonly list: () => Promise<readonly DemoOrganization[]>) {}

  async find(code: string): Promise<DemoActor | undefined> {
    // Whoever is not known may be of an organization that is new.
    if (!this.#byCode.has(code) && code.startsWith('demo-')) await this.all();
    return this.#byCode.get(code);
  }

  /** Everybody, read anew from the directory. */
  async all(): Promise<readonly DemoActor[]> {
    const organizations = await this.list();
    const codes = new Set(organizations.map(({ id }) => id));
    const actors = [...organizations.flatMap((each) => workersOf(each, codes)), coordinator, auditor];
    this.#byCode = new Map(actors.map((actor) => [actor.code, actor]));
    return actors;
  }
}

const workersOf = ({ id, name }: DemoOrganization, codes: ReadonlySet<string>): DemoActor[] => {
  const short = id.startsWith(home) ? id.slice(home.length) : id;
  // Nobody may come to act for another organization because that one is called what this one would be for short.
  const called = codes.has(short) ? id : short;
  return Array.from({ length: workersEach }, (_, index) => ({
    code: `demo-${called}-${String(index + 1).padStart(2, '0')}`,
    institution: id,
    institutionName: name,
    role: 'worker',
  }));
};
