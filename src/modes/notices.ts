import { readFileSync } from 'node:fs';
import { emailNotices, fileNotices, type Notice, type Notices, ServiceLog } from '#service';

/** What is set about notices is not complete. */
export class NoticesMisconfigured extends Error {
  constructor(readonly missing: string) {
    super(`${missing} is missing`);
    this.name = 'NoticesMisconfigured';
  }
}

/** What a mail server refuses for good at these steps concerns one letter; elsewhere the settings are wrong. */
const stepsOfOne = ['RCPT TO', 'DATA'];

/** A name and a host, and nothing that would make a second header or recipient of it. */
const address = /^[^\s<>@,]+@[^\s<>@,]+$/;

/**
 * Whose post a supervisor's notice is where no mailbox of their own is known. A coordination's goes to nobody else: its
 * name begins with its office, not with an institution.
 */
const houseOf = (to: string): string => to.replace(/\/supervisor$/, '');

/**
 * Where notices go: always into the file of the store; by e-mail as well when `CHASKI_SMTP_URL` is set, with
 * `CHASKI_MAIL_FROM`, `CHASKI_BASE_URL` and `CHASKI_MAIL_ADDRESSES` (a JSON file: to whom → address, where to whom is an
 * institution, `<institution>/supervisor`, `coordinator/<district>` or `coordinator/<board>`; a supervisor without one is
 * written to at the institution's).
 *
 * What the file holds is not mailed again. A letter that the mail server refuses for good (5xx) is logged, and the notice
 * stays in the file; with everything else `send` rejects, to be called again.
 * @throws NoticesMisconfigured e-mail is set without all of them
 */
export async function noticesFrom(
  env: Readonly<Record<string, string | undefined>>,
  file: string,
  log: Pick<ServiceLog, 'write'> = new ServiceLog(),
): Promise<Notices> {
  const transport = env['CHASKI_SMTP_URL'];
  if (transport === undefined || transport === '') return fileNotices(file);
  const needed = (name: string): string => {
    const value = env[name];
    if (value === undefined || value === '') throw new NoticesMisconfigured(name);
    return value;
  };
  const addresses = new Map(
    Object.entries(JSON.parse(readFileSync(needed('CHASKI_MAIL_ADDRESSES'), 'utf8')) as object),
  );
  const mailed = emailNotices({
    transport,
    from: needed('CHASKI_MAIL_FROM'),
    baseUrl: needed('CHASKI_BASE_URL'),
    addressOf: async (to) => {
      const known: unknown = addresses.get(to) ?? addresses.get(houseOf(to));
      return typeof known === 'string' && address.test(known) ? known : undefined;
    },
  });
  const kept = await fileNotices(file);
  const done = idsIn(file);
  return {
    // Mailed first: after a crash in between it is mailed again, under the same message id, rather than never.
    send: async (notice: Notice) => {
      if (done.has(notice.id)) return;
      try {
        await mailed.send(notice);
      } catch (error) {
        const code = refusedForGood(error);
        if (code === undefined) throw error;
        log.write('warn', 'notice not deliverable', { name: notice.id, code: String(code) });
      }
      await kept.send(notice);
      done.add(notice.id);
    },
    close: async () => {
      await mailed.close();
      await kept.close();
    },
  };
}

/** The ids of the notices in the file, each line of which is whole. */
function idsIn(file: string): Set<string> {
  const lines = readFileSync(file, 'utf8').split('\n');
  return new Set(lines.filter((line) => line !== '').map((line) => (JSON.parse(line) as Notice).id));
}

/** The reply of the mail server, if it refused this letter and always will. */
function refusedForGood(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  const { responseCode = 0, command = '' } = error as { readonly responseCode?: number; readonly command?: string };
  return responseCode >= 500 && stepsOfOne.includes(command) ? responseCode : undefined;
}
