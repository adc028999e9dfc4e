import type { Caller, House } from '../../acceptance/house.js';

/** A case as far as these stories look into it. */
export interface ShownCase {
  readonly id: string;
  readonly code: string;
  readonly institution: string;
  readonly person: string;
  readonly status: string;
  readonly risk: string;
  readonly done: readonly string[];
  readonly missingItems: readonly string[];
  readonly childDestinations: readonly string[];
  readonly shelterNights: number;
  readonly measures: readonly {
    readonly id: string;
    readonly code: string;
    readonly steps: readonly string[];
    readonly ended?: string;
    readonly until?: string;
    readonly warned: boolean;
  }[];
  readonly clocks: readonly {
    readonly rule: string;
    readonly stop: string;
    readonly status: string;
    readonly institution: string;
    readonly due: string;
  }[];
}

export interface Problem {
  readonly code: string;
  readonly title: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}

/** The case as it stands after everything recorded until now. */
export const shown = async (h: House, who: Caller, id: string): Promise<ShownCase> =>
  (await who.get(`/api/cases/${id}?consistentWith=${await h.head()}`)).json<ShownCase>();
