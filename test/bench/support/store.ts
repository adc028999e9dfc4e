import { join } from 'node:path';
import { deriveId } from '#event-log';
import { admitDemoAccess } from '../../../src/modes/access.js';
import { openEmbedded } from '../../../src/modes/embedded.js';
import { storeAt, type StoreLayout } from '../../../src/modes/store.js';
import { type Platform, send } from '../../../src/platform.js';

export const district = '150112';

/** The two ends of the hand-overs that are measured. */
export const sender = `pe-${district}-comisaria-familia`;
export const receiver = `pe-${district}-cem`;
export const service = 'psicologia';

const opened = '2025-10-07T15:00:00.000Z';

export const layout = (folder: string): StoreLayout =>
  storeAt(join(folder, 'log'), join(folder, 'vault'), join(folder, 'vault-copy'));

/** A store in a folder, in which everybody is believed; `deferred` while it is being filled. */
export async function openStore(folder: string, durability: 'full' | 'deferred'): Promise<Platform> {
  const paths = layout(folder);
  const platform = await openEmbedded({ paths, durability });
  admitDemoAccess(paths);
  return platform;
}

/** A case that a referral can be sent for. */
export interface OpenCase {
  readonly id: string;
  readonly person: string;
}

/**
 * Two institutions, one of which offers a service, and open cases of the other, whose persons have every key a referral
 * needs. Imported: nobody is notified.
 */
export async function furnish(platform: Platform, cases: number): Promise<readonly OpenCase[]> {
  const command = (category: string, id: string, body: unknown, commandId: string) =>
    send(platform, category, {
      id,
      command: body,
      commandId,
      actor: 'bench',
      origin: 'import',
      effectiveAt: opened,
    });
  for (const [organization, kind] of [
    [sender, 'POLICE_FAMILY'],
    [receiver, 'CEM'],
  ] as const) {
    const registered = { do: 'register', organization, name: organization, kind, country: 'PE', district };
    await command('organization', organization, registered, deriveId('register', organization));
  }
  const offered = { do: 'offer', service, kind: 'PSYCHOLOGY', name: 'Atención psicológica', schedules: [] };
  await command('organization', receiver, offered, deriveId('offer', receiver));
  const open = await Promise.all(
    Array.from({ length: cases }, async (_, index) => {
      const id = deriveId('furnished', index);
      const commandId = deriveId('furnish', index);
      const person = deriveId(commandId, 'person');
      await command('case', id, { ...newCase, person }, commandId);
      return { id, person };
    }),
  );
  await platform.vault.seal(
    open.map(({ id, person }) => ({
      owner: { subject: person, category: 'narrative' },
      value: '',
      binding: { stream: id, revision: 1, eventId: id, type: 'none', schema: 1, section: 'none' },
    })),
  );
  return open;
}

const newCase = {
  do: 'open',
  country: 'PE',
  district,
  institution: sender,
  entry: 'POLICE',
  condition: 'NEW',
  sex: 'F',
  ageBand: '26-29',
  types: ['PHYSICAL'],
  principal: 'PHYSICAL',
  complaint: true,
  identity: { name: 'P-0001', documentId: '00000000', phone: '000000000' },
};

/** What a referral says in words: 120 characters, as a careful worker writes them. */
export const note =
  'Prefiere que la llamen por la tarde; vive con dos hijos. Pide acompañamiento para la denuncia y un primer contacto hoy.';

/** The command that sends a referral for a case. */
export const sending = ({ id, person }: OpenCase) => ({
  do: 'send',
  country: 'PE',
  case: id,
  caseCode: '25-K7QM-4T2X',
  person,
  district,
  from: sender,
  to: { organization: receiver, service },
  purpose: 'PSYCHOLOGICAL_CARE',
  urgency: 'PRIORITY',
  risk: 'MODERATE',
  consent: { basis: 'consented', mode: 'VERBAL', language: 'ES' },
  message: { note },
});
