import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { DateTime } from 'luxon';
import { isSame, type WhyShut } from './page-links';

/** A link with which people without an account agree to something: of one school, to one agreement, until one instant. */
export interface AgreeLink {
  readonly school: string;
  readonly agreement: string;
  /** Its own id: the row of that name says whether it was ended. */
  readonly link: string;
  /** Seconds since 1970. */
  readonly until: number;
}

export type AgreeReading =
  | { readonly ok: true; readonly link: AgreeLink }
  | { readonly ok: false; readonly why: WhyShut };

/** Signs such links, and the form on their page, and knows its own again. */
export interface AgreeLinks {
  address(link: AgreeLink): string;
  /** The page with the code to print. Whoever has one of the two addresses has the other. */
  poster(link: AgreeLink): string;
  read(named: Omit<AgreeLink, 'until'>, query: URLSearchParams, now: DateTime): AgreeReading;
  /** A form of this link, shown in this hour with these words: sent twice it is one act. */
  form(link: AgreeLink, words: string, now: DateTime): string;
  /** By what a form is known; undefined for one that was not made here, for these words, in this hour or the one before. */
  formId(form: string, link: AgreeLink, words: string, now: DateTime): string | undefined;
}

/** Where the door for people without an account is. */
export const AGREE_PATH = '/pages/agree/';
export const POSTER = 'poster';

const KEY_BYTES = 32;
const FORM_BYTES = 12;
const HOUR_SECONDS = 3600;

/** @param masterKey and origin as for `openPageLinks`; each school signs with a key of its own, made for this alone. */
export function openAgreeLinks(masterKey: Buffer, origin: string): AgreeLinks {
  function sign(school: string, parts: readonly unknown[]): string {
    const key = Buffer.from(hkdfSync('sha256', masterKey, '', `lantern agreement links 1|${school}`, KEY_BYTES));
    return createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
  }

  function signLink({ school, agreement, link }: Omit<AgreeLink, 'until'>, until: string): string {
    return sign(school, ['agree', school, agreement, link, until]);
  }

  function signForm({ school, agreement, link }: AgreeLink, words: string, hour: number, id: string): string {
    return sign(school, ['form', school, agreement, link, words, hour, id]);
  }

  function pathTo({ school, agreement, link, until }: AgreeLink, more: readonly string[] = []): string {
    const path = [school, agreement, link, ...more].map(encodeURIComponent).join('/');
    const query = new URLSearchParams({
      until: String(until),
      signature: signLink({ school, agreement, link }, String(until)),
    });
    return `${origin}${AGREE_PATH}${path}?${query}`;
  }

  return {
    address: (link) => pathTo(link),
    poster: (link) => pathTo(link, [POSTER]),

    read(named, query, now) {
      const until = query.get('until') ?? '';
      // The signature first: whoever has none learns nothing, not even what a school is called.
      if (!isSame(query.get('signature') ?? '', signLink(named, until))) return { ok: false, why: 'forged' };
      if (Number(until) <= now.toUnixInteger()) return { ok: false, why: 'expired' };
      return { ok: true, link: { ...named, until: Number(until) } };
    },

    form(link, words, now) {
      const id = randomBytes(FORM_BYTES).toString('hex');
      return `${id}.${signForm(link, words, hourOf(now), id)}`;
    },

    formId(form, link, words, now) {
      const [id = '', signature = ''] = form.split('.');
      const hours = [hourOf(now), hourOf(now) - 1];
      return hours.some((hour) => isSame(signature, signForm(link, words, hour, id))) ? id : undefined;
    },
  };
}

function hourOf(now: DateTime): number {
  return Math.floor(now.toUnixInteger() / HOUR_SECONDS);
}
