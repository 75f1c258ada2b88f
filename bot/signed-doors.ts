import type { IncomingMessage, ServerResponse } from 'node:http';
import { type PageKind, PATHS } from '../infra/signed-links';
import { type Notice, noticePage } from '../pages/notice';
import type { House, Household } from './house';
import { sendNotice } from './pages';
import type { Door } from './server';
import { householdOf } from './schools';

/** What somebody has a signed address for. */
export type Opened = { readonly household: Household; readonly name: string; readonly generation: string };

/** A door that opens by an address which we signed, and says nothing to anybody else. @param show answers, or says that it is gone. */
export function signedDoor(
  kind: PageKind,
  house: () => House,
  show: (opened: Opened, house: House, response: ServerResponse) => Promise<Notice | undefined>,
): Door {
  return {
    method: 'GET',
    path: PATHS[kind],
    largestBody: 0,
    async handle(request, response) {
      const opened = await open(kind, request, house());
      const notice = typeof opened === 'string' ? opened : await show(opened, house(), response);
      if (notice) sendNotice(response, notice, kind === 'review' ? noticePage(notice) : noticePage('signed'));
    },
  };
}

/** The signature first: whoever has none learns nothing. */
async function open(kind: PageKind, { url = '/' }: IncomingMessage, house: House): Promise<Opened | Notice> {
  const { pathname, searchParams } = new URL(url, 'http://here');
  const [, school = '', name = ''] = /^\/pages\/[a-z-]+\/([\w.-]{1,64})\/([\w.-]{1,64})$/.exec(pathname) ?? [];
  const generation = searchParams.get('generation') ?? '';
  const link = { kind, school, name, generation };
  const shut = house.signedLinks ? house.signedLinks.whyShut(link, searchParams, house.clock.now()) : 'forged';
  if (shut) return shut;
  const household = await householdOf(house, school);
  return household ? { household, name, generation } : 'gone';
}
