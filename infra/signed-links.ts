import { createHmac, hkdfSync } from 'node:crypto';
import type { DateTime } from 'luxon';
import { isSame, type WhyShut } from './page-links';

/**
 * A page about one policy's review: it opens for eight hours. A calendar of one office: it opens until its
 * reader ends it, or holds the office no more.
 * The register of agreements as of a day, as a page or as a file, and the table of who receives what, which hold names:
 * each opens for an hour.
 */
export type PageKind = 'review' | 'calendar' | 'register' | 'register-file' | 'receivers';

/** What a signed address names: a thing of one school, and for a calendar which of its addresses this is. */
export interface SignedLink {
  readonly kind: PageKind;
  readonly school: string;
  readonly name: string;
  /** Of a calendar, for whom it is and a number that counts up each time they end it; of the register, the asking that it answers; of the table, for whom it is; else ''. */
  readonly generation: string;
}

export interface SignedLinks {
  address(link: SignedLink, now: DateTime): string;
  /** Why it does not open; undefined when it does. Whether a generation is the one that holds is not asked here. */
  whyShut(link: SignedLink, query: URLSearchParams, now: DateTime): WhyShut | undefined;
}

export const PATHS: Readonly<Record<PageKind, string>> = {
  review: '/pages/review/',
  calendar: '/pages/calendar/',
  register: '/pages/register/',
  'register-file': '/pages/register-file/',
  receivers: '/pages/receivers/',
};

const OPENS_FOR = {
  review: { hours: 8 },
  register: { hours: 1 },
  'register-file': { hours: 1 },
  receivers: { hours: 1 },
};
const KEY_BYTES = 32;

/** @param masterKey and origin as for `openPageLinks`; each school signs with a key of its own, made for this alone. */
export function openSignedLinks(masterKey: Buffer, origin: string): SignedLinks {
  function sign({ kind, school, name, generation }: SignedLink, until: string): string {
    const key = Buffer.from(hkdfSync('sha256', masterKey, '', `lantern signed links 1|${school}`, KEY_BYTES));
    return createHmac('sha256', key)
      .update(JSON.stringify([kind, school, name, generation, until]))
      .digest('base64url');
  }

  return {
    address(link, now) {
      const { kind, school, name, generation } = link;
      const until = kind === 'calendar' ? '' : String(now.plus(OPENS_FOR[kind]).toUnixInteger());
      const query = new URLSearchParams({
        ...(generation ? { generation } : {}),
        ...(until ? { until } : {}),
        signature: sign(link, until),
      });
      return `${origin}${PATHS[kind]}${encodeURIComponent(school)}/${encodeURIComponent(name)}?${query}`;
    },

    whyShut(link, query, now) {
      const until = query.get('until') ?? '';
      if (!isSame(query.get('signature') ?? '', sign(link, until))) return 'forged';
      return until !== '' && Number(until) <= now.toUnixInteger() ? 'expired' : undefined;
    },
  };
}
