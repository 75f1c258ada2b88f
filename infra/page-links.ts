import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { DateTime } from 'luxon';

/** What a link to a policy names: nothing else can be opened with it. */
export interface PolicyLink {
  readonly school: string;
  readonly policy: string;
  /** The words that were current when the link was made, by their print. */
  readonly version: string;
  /** The clause at which it opens; '' for the beginning. */
  readonly clause: string;
}

/** What a link to the governors' report names: the page, or one of its charts as a picture. */
export interface ReportLink {
  readonly school: string;
  readonly report: string;
  readonly chart?: number | undefined;
}

export type LinkReading =
  | { readonly ok: true; readonly link: PolicyLink }
  | { readonly ok: false; readonly why: WhyShut };
/** Forged is said of everything that this house did not sign for this school: changed, made up, or another school's. */
export type WhyShut = 'forged' | 'expired';

/** Signs the addresses of pages, and knows its own again. */
export interface PageLinks {
  /** The whole address. It opens for eight hours. */
  address(link: PolicyLink, now: DateTime): string;
  read(school: string, policy: string, query: URLSearchParams, now: DateTime): LinkReading;
  reportAddress(link: ReportLink, now: DateTime): string;
  /** Why the report does not open; undefined when it does. */
  whyReportShut(link: ReportLink, query: URLSearchParams, now: DateTime): WhyShut | undefined;
}

/** Where the door to policies is. */
export const POLICY_PATH = '/pages/policy/';
/** Where the door to the governors' reports is. */
export const REPORT_PATH = '/pages/report/';

/** A day at school: whoever asks in the morning can still read on in the afternoon, and nobody else next week. */
const OPENS_FOR_SECONDS = 8 * 60 * 60;
const KEY_BYTES = 32;
/** Schools whose key is remembered: to make it takes longer than to sign. */
const MOST_KEYS = 1000;

/**
 * @param masterKey 32 bytes from `masterKeyFrom`: it signs nothing itself, each school has a key derived from it.
 * @param origin where the pages are reached, without a slash at the end.
 */
export function openPageLinks(masterKey: Buffer, origin: string): PageLinks {
  /** HMAC-SHA-256 under a key of this school and this purpose alone (HKDF, RFC 5869). */
  function sign({ school, policy, version, clause }: PolicyLink, until: string): string {
    return signWords(school, ['policy', school, policy, version, clause, until]);
  }

  function signReport({ school, report, chart }: ReportLink, until: string): string {
    return signWords(school, ['report', school, report, chart === undefined ? 'page' : `chart ${chart}`, until]);
  }

  const keys = new Map<string, Buffer>();

  function keyOf(school: string): Buffer {
    const known = keys.get(school);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', masterKey, '', `lantern page links 1|${school}`, KEY_BYTES));
    if (keys.size >= MOST_KEYS) keys.clear();
    keys.set(school, key);
    return key;
  }

  function signWords(school: string, words: readonly string[]): string {
    return createHmac('sha256', keyOf(school)).update(JSON.stringify(words)).digest('base64url');
  }

  return {
    address(link, now) {
      const until = String(now.toUnixInteger() + OPENS_FOR_SECONDS);
      const { school, policy, version, clause } = link;
      const query = new URLSearchParams({ clause, version, until, signature: sign(link, until) });
      return `${origin}${POLICY_PATH}${encodeURIComponent(school)}/${encodeURIComponent(policy)}?${query}`;
    },

    read(school, policy, query, now) {
      const said = (name: string) => query.get(name) ?? '';
      const link = { school, policy, version: said('version'), clause: said('clause') };
      const until = said('until');
      // The signature first: whoever has none learns nothing, not even what a school or a policy is called.
      if (!isSame(said('signature'), sign(link, until))) return { ok: false, why: 'forged' };
      if (Number(until) <= now.toUnixInteger()) return { ok: false, why: 'expired' };
      return { ok: true, link };
    },

    reportAddress(link, now) {
      const until = String(now.toUnixInteger() + OPENS_FOR_SECONDS);
      const query = new URLSearchParams({ until, signature: signReport(link, until) });
      const place = `${encodeURIComponent(link.school)}/${encodeURIComponent(link.report)}`;
      return `${origin}${REPORT_PATH}${place}${link.chart === undefined ? '' : `/${link.chart}.png`}?${query}`;
    },

    whyReportShut(link, query, now) {
      const until = query.get('until') ?? '';
      if (!isSame(query.get('signature') ?? '', signReport(link, until))) return 'forged';
      return Number(until) <= now.toUnixInteger() ? 'expired' : undefined;
    },
  };
}

/** Takes as long for a signature that is nearly right as for any other. */
export function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
