import type { Actor, ActorDirectory } from '#service';

/** An organization of the directory, as far as actors are made from it. */
export interface DemoOrganization {
  readonly id: string;
  readonly name: string;
  /** Of whose law and words it is; left out: Peru. */
  readonly country?: string;
}

/** Somebody the demonstration lets you be. */
export interface DemoActor extends Actor {
  readonly institutionName: string;
  readonly country: string;
}

/** The district whose institutions have actors with short codes. */
const home = 'pe-150112-';

/** There before any organization is: founds the directory and the boards. */
export const coordinator: DemoActor = {
  code: 'demo-coordinacion',
  institution: `${home}municipalidad`,
  institutionName: 'Coordinación de la mesa',
  role: 'coordinator',
  country: 'PE',
};

/** The same in Bolivia: registers what is of its law. */
const bolivianCoordinator: DemoActor = {
  code: 'demo-coordinacion-bo',
  institution: 'bo-020105-unidad',
  institutionName: 'Coordinación de la red de El Alto',
  role: 'coordinator',
  country: 'BO',
};

const auditor: DemoActor = {
  code: 'demo-auditoria',
  institution: `${home}auditoria`,
  institutionName: 'Auditoría',
  role: 'auditor',
  country: 'PE',
};

/** From outside: reads what a board shows outside. */
const evaluator: DemoActor = {
  code: 'demo-evaluacion',
  institution: 'evaluacion-externa',
  institutionName: 'Evaluación externa',
  role: 'evaluator',
  country: 'PE',
};

/** They look after personal data: what one asks for, the other decides. */
const dataOfficers = [1, 2].map((nth): DemoActor => ({
  code: `demo-datos-0${nth}`,
  institution: `${home}datos`,
  institutionName: 'Protección de datos personales',
  role: 'data-officer',
  country: 'PE',
}));

const workersEach = 2;

/** Their offices, which no directory has, by code. */
export const demoOffices: ReadonlyMap<string, string> = new Map(
  [coordinator, bolivianCoordinator, auditor, evaluator, ...dataOfficers].map(({ institution, institutionName }) => [
    institution,
    institutionName,
  ]),
);

/**
 * Demonstration actors: codes, no persons. At `pe-150112-cem` work `demo-cem-01` and `demo-cem-02`, at an organization
 * of another district `demo-<its code>-01` and `-02`. Beside them a coordinator, an auditor, an
 * evaluator and two data officers, and where there are organizations of Bolivia, a coordinator there.
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

  /** The country of somebody who was found; Peru otherwise. */
  countryOf(code: string): string {
    return this.#byCode.get(code)?.country ?? coordinator.country;
  }

  /** Everybody, read anew from the directory. */
  async all(): Promise<readonly DemoActor[]> {
    const organizations = await this.list();
    const codes = new Set(organizations.map(({ id }) => id));
    const isBolivian = ({ country }: { readonly country?: string }): boolean => country === bolivianCoordinator.country;
    const coordinators = [coordinator, ...(organizations.some(isBolivian) ? [bolivianCoordinator] : [])];
    const beside = [...coordinators, auditor, evaluator, ...dataOfficers];
    const actors = [...organizations.flatMap((each) => workersOf(each, codes)), ...beside];
    // Who founds a network there is known before it has any organization.
    this.#byCode = new Map([...actors, bolivianCoordinator].map((actor) => [actor.code, actor]));
    return actors;
  }
}

const workersOf = (
  { id, name, country = coordinator.country }: DemoOrganization,
  codes: ReadonlySet<string>,
): DemoActor[] => {
  const short = id.startsWith(home) ? id.slice(home.length) : id;
  // Nobody may come to act for another organization because that one is called what this one would be for short.
  const called = codes.has(short) ? id : short;
  return Array.from({ length: workersEach }, (_, index) => ({
    code: `demo-${called}-${String(index + 1).padStart(2, '0')}`,
    institution: id,
    institutionName: name,
    role: 'worker',
    country,
  }));
};
