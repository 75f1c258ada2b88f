import type { ServerResponse } from 'node:http';
import { sayFor } from '../cards/say';
import { receiversPage } from '../handlers/concern/scenario/receivers-page';
import { receiversSheet } from '../pages/receivers';
import { deskOf, type House } from './house';
import { sendPage } from './send-page';
import type { Door } from './server';
import { type Opened, signedDoor } from './signed-doors';

/** The table of who receives what, for as long as whoever asked for it is a lead or the headteacher. */
export function openReceiversPages(house: () => House): Door {
  return signedDoor('receivers', house, show);
}

/** @returns the notice where there is nothing to show. The link was made for one person, whose id is its generation. */
async function show({ household, generation: person }: Opened, house: House, response: ServerResponse) {
  const { school } = household;
  const page = receiversPage(person, deskOf(house, household));
  if (!page) return 'gone' as const;
  sendPage(response, 200, receiversSheet({ ...page, schoolName: school.name, say: sayFor(school) }));
  return undefined;
}
