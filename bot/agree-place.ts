import type { IncomingMessage } from 'node:http';
import { sayFor } from '../cards/say';
import type { Datum } from '../cards/view';
import type { Desk } from '../handlers/capability';
import { openLink, type Opened } from '../handlers/agreement/visitor/taking';
import { AGREE_PATH, type AgreeLink, POSTER } from '../infra/agree-links';
import type { AgreeNotice } from '../pages/agree-notice';
import { deskOf, type House, type Household } from './house';
import { householdOf } from './schools';

/** A school, an agreement and a link by their ids. */
const PLACE = new RegExp(`^${AGREE_PATH}([\\w.-]{1,64})/([\\w.-]{1,64})/(\\w{1,32})(/${POSTER})?$`);

/** Where somebody with an honest link has come to. */
export interface Place {
  readonly link: AgreeLink;
  readonly isPoster: boolean;
  readonly opened: Opened;
  readonly household: Household;
  readonly desk: Desk;
  say(datum: Datum): string;
}

/** What a request's address names, if we signed it and it still opens something. */
export async function placeOf({ url = '/' }: IncomingMessage, house: House): Promise<Place | AgreeNotice> {
  const { pathname, searchParams } = new URL(url, 'http://here');
  const [, school = '', agreement = '', id = '', poster] = PLACE.exec(pathname) ?? [];
  const reading = house.agreeLinks?.read({ school, agreement, link: id }, searchParams, house.clock.now());
  // Where no page can be reached, no link was ever made.
  if (!reading) return 'forged';
  if (!reading.ok) return reading.why;
  const household = await householdOf(house, school);
  if (!household) return 'gone';
  const desk = deskOf(house, household);
  const opened = await openLink(reading.link, desk);
  if (typeof opened === 'string') return opened;
  return {
    link: reading.link,
    isPoster: poster !== undefined,
    opened,
    household,
    desk,
    say: sayFor(household.school),
  };
}
