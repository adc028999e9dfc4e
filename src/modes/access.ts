import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Identity, Provider, type ProviderOptions } from '#service';
import { allOrganizations } from '../directory/http/answers.js';
import { writeDurably } from '../cli/files.js';
import { openDevIssuer } from '../people/dev-issuer.js';
import { demoPeople, type People } from '../people/people.js';
import { SigningIn } from '../people/signing-in.js';
import { loginOf, StaffDirectory } from '../people/staff-directory.js';
import { staff } from '../people/views/staff.js';
import { type Platform, send } from '../platform.js';
import { usualRates } from '../rates.js';
import type { AccessSettings } from './access-settings.js';
import { Misconfigured } from './settings.js';
import type { StoreLayout } from './store.js';

const client = 'chaski';

/** The people of a process that takes commands, and what is closed with it. */
export interface OpenedAccess {
  readonly people: (platform: Platform) => People;
  readonly close: () => Promise<void>;
}

/**
 * Opens what people are known by, for this store.
 * @param port where the server will listen; 0 only where nobody signs in on pages
 * @throws Misconfigured the store is not one for this mode
 */
export async function openAccess(
  settings: AccessSettings,
  port: number,
  paths: StoreLayout,
  platform: Platform,
): Promise<OpenedAccess> {
  await assertStoreFits(settings.mode, paths, platform);
  if (settings.mode === 'demo') {
    return { people: ({ views }) => demoPeople(() => allOrganizations(views)), close: async () => undefined };
  }
  const publicUrl =
    settings.publicUrl ?? `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`;
  const { provider, close } = await openProvider(settings, publicUrl);
  if (settings.first !== undefined) {
    await enrolFirst(platform, { issuer: provider.issuer, subject: settings.first });
  }
  const opened = new Provider(provider);
  const people = (on: Platform): People => {
    const signingIn = new SigningIn({ provider: opened, staff: new StaffDirectory(on), publicUrl });
    return { authenticator: signingIn, signingIn, rates: usualRates };
  };
  return { people, close };
}

async function openProvider(
  settings: Exclude<AccessSettings, { mode: 'demo' }>,
  publicUrl: string,
): Promise<{ readonly provider: ProviderOptions; readonly close: () => Promise<void> }> {
  if (settings.mode === 'oidc') return { provider: settings.provider, close: async () => undefined };
  const redirect = new URL('/entrar/respuesta', publicUrl).href;
  const { issuer, close } = await openDevIssuer({ audience: publicUrl, client, redirect });
  return { provider: { issuer, audience: publicUrl, client: { id: client } }, close };
}

const demoAccessMark = ({ data }: StoreLayout): string => join(data, 'DEMO-ACCESS');

/**
 * Whoever is believed writes only where nobody will take it for the truth: in a demonstration's store, or in one that was
 * empty when it began, which is marked. Such a store is never opened to people who prove who they are.
 * @throws Misconfigured
 */
async function assertStoreFits(mode: AccessSettings['mode'], paths: StoreLayout, platform: Platform): Promise<void> {
  const mark = demoAccessMark(paths);
  if (mode !== 'demo') {
    if (existsSync(mark)) {
      throw new Misconfigured(`En ${paths.data} se trabajó sin control de acceso. Use otra carpeta en CHASKI_DATA.`);
    }
    return;
  }
  if (platform.demo || existsSync(mark)) return;
  if ((await platform.log.head()) !== undefined) {
    throw new Misconfigured(`En ${paths.data} hay un registro que no es una demostración. Use CHASKI_AUTH=oidc.`);
  }
  admitDemoAccess(paths);
}

/** Marks a store as one in which everybody is believed. */
export const admitDemoAccess = (paths: StoreLayout): void => writeDurably(demoAccessMark(paths), '');

/** Somebody has to be there to enrol the others. */
async function enrolFirst(platform: Platform, identity: Identity): Promise<void> {
  if ((await platform.views.list(staff, 'all', { limit: 1 })).length > 0) return;
  const command = {
    ...{ do: 'enrol', login: await loginOf(platform, identity) },
    ...{ institution: 'administracion', country: 'PE', role: 'administrator' },
  };
  const commandId = await platform.vault.mac('first-administrator', JSON.stringify(identity));
  const code = `administracion-${commandId
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 4)
    .toLowerCase()}`;
  await send(platform, 'staff', { id: code, command, commandId, actor: 'chaski' });
}
