import { readFileSync } from 'node:fs';
import { emailNotices, fileNotices, type Notice, type Notices } from '#service';

/** What is set about notices is not complete. */
export class NoticesMisconfigured extends Error {
  constructor(readonly missing: string) {
    super(`${missing} is missing`);
    this.name = 'NoticesMisconfigured';
  }
}

/**
 * Where notices go: always into the file of the store; by e-mail as well when `CHASKI_SMTP_URL` is set, with
 * `CHASKI_MAIL_FROM`, `CHASKI_BASE_URL` and `CHASKI_MAIL_ADDRESSES` (a JSON file: institution code → address).
 * @throws NoticesMisconfigured e-mail is set without all of them
 */
export async function noticesFrom(env: Readonly<Record<string, string | undefined>>, file: string): Promise<Notices> {
  const kept = await fileNotices(file);
  const transport = env['CHASKI_SMTP_URL'];
  if (transport === undefined || transport === '') return kept;
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
      const address: unknown = addresses.get(to);
      return typeof address === 'string' ? address : undefined;
    },
  });
  return {
    // Mailed first: after a crash in between it is mailed again, under the same message id, rather than never.
    send: async (notice: Notice) => {
      await mailed.send(notice);
      await kept.send(notice);
    },
    close: async () => {
      await mailed.close();
      await kept.close();
    },
  };
}
