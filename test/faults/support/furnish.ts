import { deriveId } from '#event-log';
import { admitDemoAccess } from '../../../src/modes/access.js';
import { openEmbedded } from '../../../src/modes/embedded.js';
import { send } from '../../../src/platform.js';
import { layoutOf } from './server.js';

export const police = 'pe-150112-comisaria-familia';
export const cem = 'pe-150112-cem';
export const service = 'psicologia';

/** Two institutions, one of which offers a service: what a hand-over needs. Done twice, it is done once. */
export async function furnish(folder: string): Promise<void> {
  const platform = await openEmbedded({ paths: layoutOf(folder) });
  admitDemoAccess(layoutOf(folder));
  const tell = (organization: string, command: { readonly do: string; readonly [field: string]: unknown }) =>
    send(platform, 'organization', {
      id: organization,
      command,
      commandId: deriveId('furnish', organization, command.do),
      actor: 'setup',
    });
  try {
    for (const [organization, kind] of [
      [police, 'POLICE_FAMILY'],
      [cem, 'CEM'],
    ] as const) {
      await tell(organization, {
        do: 'register',
        organization,
        name: organization,
        kind,
        country: 'PE',
        district: '150112',
      });
    }
    await tell(cem, { do: 'offer', service, kind: 'PSYCHOLOGY', name: 'Atención psicológica', schedules: [] });
  } finally {
    await platform.close();
  }
}
