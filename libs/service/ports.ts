import type { Views } from '#projection';
import type { Authenticator } from './actor.js';
import type { Indicator } from './health.js';
import type { ErrorPage } from './problem-page.js';
import type { ProblemText } from './problem-texts.js';
import type { Rates } from './rates.js';

/** HMAC under the deployment's secret, base64url; `purpose` keeps uses apart. The vault has it. */
export type Mac = (purpose: string, text: string) => Promise<string>;

/** What the service needs from the rest of the system. Given to `ServiceModule.register`. */
export interface ServicePorts {
  readonly mac: Mac;
  /** Who may come in at all, and as whom. */
  readonly authenticator: Authenticator;
  /** Needed where a route declares `@Reads`. */
  readonly views?: Pick<Views, 'reached'>;
  /** Wording of the capabilities' refusal codes. */
  readonly problems?: readonly ProblemText[];
  /** What browsers are shown instead of problem+json; a plain page when not given. */
  readonly errorPage?: ErrorPage;
  /** What `/health/ready` asks, beside the runners. */
  readonly indicators?: readonly Indicator[];
  /** How often who may ask. Default: as often as they like. */
  readonly rates?: Rates;
  /** Languages pages speak, the default first. Default: es, en. */
  readonly languages?: readonly string[];
}

export const SERVICE_PORTS = Symbol('service ports');
