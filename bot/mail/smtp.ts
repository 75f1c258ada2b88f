import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { Refused } from '../channel';
import type { Settings } from '../config';
import { isLoopback } from '../loopback';
import type { Mailer } from '../mailer';

const CONNECT_WITHIN_MS = 10_000;
/** The whole of a letter, however often the server says a word: the lease of its job must not end before. */
export const SENT_WITHIN_MS = 12_000;
/** No answer at all: the same as a gateway that does not answer. */
const NO_ANSWER = 504;

/** Sends through the school's own mail server. Nothing of a letter is logged, and no file or address is fetched for it. */
export function openSmtp({ url, from }: NonNullable<Settings['mail']>, sentWithin = SENT_WITHIN_MS): Mailer {
  const { hostname } = new URL(url);
  const transport = createTransport({
    url,
    // An address of a colleague and a reference do not cross a network for all to read.
    requireTLS: !isLoopback(hostname),
    connectionTimeout: CONNECT_WITHIN_MS,
    greetingTimeout: CONNECT_WITHIN_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  });
  const domain = from.split('@')[1] ?? hostname;
  return {
    async send({ id, to, subject, text }) {
      const messageId = `<${createHash('sha256').update(id).digest('hex').slice(0, 40)}@${domain}>`;
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId,
          // Ends it and closes the connection; the same letter is tried again later.
          signal: AbortSignal.timeout(sentWithin),
          // No answering machine need answer (RFC 3834).
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        const status = statusOf(error);
        // Of SMTP's answers those of 500 and more are final (RFC 5321, 4.2.1).
        throw new Refused(status, status >= 500 && status < 600 && status !== NO_ANSWER);
      }
    },
  };
}

function statusOf(error: unknown): number {
  return error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number'
    ? error.responseCode
    : NO_ANSWER;
}
