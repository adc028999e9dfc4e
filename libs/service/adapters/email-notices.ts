import { createTransport, type Transporter } from 'nodemailer';
import type { Notice, Notices } from '../notices.js';
import { catalogueOf } from '../text.js';

export interface EmailNoticesOptions {
  /** `smtps://user:password@host` or an own transporter. */
  readonly transport: string | Transporter;
  readonly from: string;
  /** Where pages are reached: `https://chaski.example`. */
  readonly baseUrl: string;
  /** Address of a person or institution; undefined when it has none: then nothing is sent. */
  readonly addressOf: (to: string) => Promise<string | undefined>;
  /** Language of the person; default Spanish. */
  readonly langOf?: (to: string) => string;
}

/** The same words for every kind of notice: whoever glances at a mailbox learns nothing from it. */
const texts = catalogueOf(
  {
    subject: 'Tiene un aviso pendiente',
    body: 'Hay algo que espera su atención. Ingrese para verlo:',
  },
  { en: { subject: 'Something is waiting for you', body: 'Something needs your attention. Sign in to see it:' } },
);

/**
 * Notices by e-mail: neutral words and a link, nothing of the matter.
 *
 * The message id is made from the notice's id, so that mail servers and readers recognise one that came twice.
 */
export function emailNotices(options: EmailNoticesOptions): Notices {
  const { transport, from, baseUrl, addressOf, langOf = () => 'es' } = options;
  const mailer = typeof transport === 'string' ? createTransport(transport) : transport;
  const { origin, hostname } = new URL(baseUrl);
  return {
    send: async ({ id, to, link = '/' }: Notice) => {
      const address = await addressOf(to);
      if (address === undefined) return;
      const url = new URL(link, origin);
      if (url.origin !== origin) throw new Error('a notice links to pages of this service only');
      const voice = { lang: langOf(to) };
      await mailer.sendMail({
        from,
        to: address,
        messageId: `<${id}@${hostname}>`,
        subject: texts.text(voice, 'subject'),
        text: `${texts.text(voice, 'body')}\n\n${url.href}\n`,
      });
    },
    close: async () => mailer.close(),
  };
}
