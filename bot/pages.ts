import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Phrase } from '../cards/view';
import { say } from '../cards/say';
import { termsFor } from '../cards/terms';
import { POLICY_PATH } from '../infra/page-links';
import { type Html, toMarkup } from '../pages/html';
import { printOf } from '../pages/link';
import { type Notice, noticePage } from '../pages/notice';
import { policyPage } from '../pages/policy';
import { STYLE_HASH } from '../pages/sheet';
import { standingOf } from '../pages/standing';
import { deskOf, type House } from './house';
import type { Door } from './server';

/** A school and a policy by their ids, in the letters that `domain/school.ts` allows. */
const PLACE = new RegExp(`^${POLICY_PATH}([\\w.-]{1,64})/([\\w.-]{1,64})$`);

const STATUS = { forged: 403, expired: 410, gone: 404 } as const satisfies Record<Notice, number>;

/** A page of words: nothing is run, fetched, framed, sent, indexed or kept by anybody on the way. */
const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'private, no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** The door to policies in full. Whoever has a link that we signed may read what it names; nobody else reads anything. */
export function openPages(house: () => House): Door {
  return {
    method: 'GET',
    path: POLICY_PATH,
    largestBody: 0,
    async handle(request, response) {
      const page = await pageFor(request, house());
      if (typeof page === 'string') send(response, STATUS[page], noticePage(page));
      else send(response, 200, page);
    },
  };
}

async function pageFor({ url = '/' }: IncomingMessage, house: House): Promise<Html | Notice> {
  const { pathname, searchParams } = new URL(url, 'http://here');
  const [, school = '', policy = ''] = PLACE.exec(pathname) ?? [];
  const reading = house.links?.read(school, policy, searchParams, house.clock.now()) ?? NOT_OURS;
  if (!reading.ok) return reading.why;
  const household = house.households.get(school);
  const held = household?.library.policy(policy);
  if (!household || !held) return 'gone';
  const { name, nation } = household.school;
  const terms = termsFor({ nation, schoolName: name });
  const isReplaced = printOf(held.document) !== reading.link.version;
  return policyPage({
    held,
    schoolName: name,
    standing: await standingOf(held, deskOf(house, household)),
    isReplaced,
    // A clause is known by its number: in other words it may be another.
    asked: isReplaced ? undefined : reading.link.clause || undefined,
    say: (phrase: Phrase) => say(phrase, terms),
  });
}

/** Where no page can be reached, no link was ever made. */
const NOT_OURS = { ok: false, why: 'forged' } as const;

function send(response: ServerResponse, status: number, page: Html): void {
  const body = Buffer.from(toMarkup(page));
  response.writeHead(status, { ...HEADERS, 'Content-Length': body.length });
  // For HEAD Node sends the headers alone.
  response.end(body);
}
