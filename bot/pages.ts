import type { IncomingMessage, ServerResponse } from 'node:http';
import { sayFor } from '../cards/say';
import { POLICY_PATH } from '../infra/page-links';
import type { Html } from '../pages/html';
import { printOf } from '../pages/link';
import { type Notice, noticePage } from '../pages/notice';
import { policyPage } from '../pages/policy';
import { standingOf } from '../pages/standing';
import { deskOf, type House } from './house';
import { sendPage } from './send-page';
import type { Door } from './server';
import { householdOf } from './schools';

/** A school and a policy by their ids, in the letters that `domain/school.ts` allows. */
const PLACE = new RegExp(`^${POLICY_PATH}([\\w.-]{1,64})/([\\w.-]{1,64})$`);

const STATUS = { forged: 403, expired: 410, gone: 404 } as const satisfies Record<Notice, number>;

/** The door to policies in full. Whoever has a link that we signed may read what it names; nobody else reads anything. */
export function openPages(house: () => House): Door {
  return {
    method: 'GET',
    path: POLICY_PATH,
    largestBody: 0,
    async handle(request, response) {
      const page = await pageFor(request, house());
      if (typeof page === 'string') sendNotice(response, page);
      else sendPage(response, 200, page);
    },
  };
}

/** Why there is nothing to show. */
export function sendNotice(response: ServerResponse, notice: Notice, page = noticePage(notice)): void {
  sendPage(response, STATUS[notice], page);
}

async function pageFor({ url = '/' }: IncomingMessage, house: House): Promise<Html | Notice> {
  const { pathname, searchParams } = new URL(url, 'http://here');
  const [, school = '', policy = ''] = PLACE.exec(pathname) ?? [];
  const reading = house.links?.read(school, policy, searchParams, house.clock.now()) ?? NOT_OURS;
  if (!reading.ok) return reading.why;
  const household = await householdOf(house, school);
  const held = household?.library.policy(policy);
  if (!household || !held) return 'gone';
  const isReplaced = printOf(held.document) !== reading.link.version;
  return policyPage({
    held,
    schoolName: household.school.name,
    standing: await standingOf(held, deskOf(house, household)),
    isReplaced,
    // A clause is known by its number: in other words it may be another.
    asked: isReplaced ? undefined : reading.link.clause || undefined,
    say: sayFor(household.school),
  });
}

/** Where no page can be reached, no link was ever made. */
const NOT_OURS = { ok: false, why: 'forged' } as const;
