import type { ServerResponse } from 'node:http';
import { officeInWords } from '../cards/office-words';
import { sayFor } from '../cards/say';
import { phrase } from '../cards/view';
import { stillOpens } from '../handlers/calendar/addresses';
import { evidencePage } from '../handlers/review/evidence-page';
import { feedOf } from '../pages/feed';
import { linesPage } from '../pages/lines';
import { deskOf, type House } from './house';
import { sendPage } from './send-page';
import type { Door } from './server';
import { type Opened, signedDoor } from './signed-doors';

/** The evidence for a review as a page, and the calendars of offices: each opens by an address that we signed, and nothing else. */
export function openReviewPages(house: () => House): Door[] {
  return [signedDoor('review', house, evidence), signedDoor('calendar', house, feed)];
}

async function evidence({ household, name }: Opened, house: House, response: ServerResponse) {
  const page = await evidencePage(name, deskOf(house, household));
  if (!page) return 'gone';
  const inWords = sayFor(household.school);
  sendPage(response, 200, linesPage({ ...page, schoolName: household.school.name, say: inWords }));
  return undefined;
}

/** What every capability knows to be due for the office, for as long as whoever the address was given to holds it. */
async function feed({ household, name: office, generation }: Opened, house: House, response: ServerResponse) {
  const { school } = household;
  const desk = deskOf(house, household);
  if (!(await stillOpens(office, generation, desk))) return 'gone';
  const inWords = sayFor(household.school);
  const all = await Promise.all(house.capabilities.map((each) => each.calendar?.(office, desk) ?? []));
  const days = all.flat().map(({ id, on, title }) => ({ id, on, title: inWords(title) }));
  const name = inWords(phrase('calendar.name', { office: officeInWords(office) }));
  const body = Buffer.from(feedOf({ school: school.id, office, name, days, now: desk.now }));
  response.writeHead(200, {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Cache-Control': 'private, no-store',
    'Content-Length': body.length,
  });
  response.end(body);
  return undefined;
}
