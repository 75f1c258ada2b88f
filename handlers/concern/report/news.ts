import { phrase } from '../../../cards/view';
import type { Message } from '../../../infra/outbox';
import type { Desk } from '../../capability';
import { leaders, mayOpen } from '../rules';
import type { Concern } from '../schema';
import { tellPerson } from '../telling';
import { stillTold } from '../who';

export type News = 'details' | 'addendum' | 'answered' | 'withdrawn';

/**
 * To those who have a report, that its reporter did something about it: never what they wrote (P5). Where it is closed,
 * the notice says that it can be opened again.
 */
export function newsFor(concern: Concern, news: News, desk: Desk, asker?: string): Message[] {
  const why = phrase(`concern.why.${news}`);
  const tone = news === 'details' ? 'attention' : 'default';
  const said = concern.state === 'closed' ? phrase('concern.why.andClosed', { why }) : why;
  return hearers(concern, desk, asker).map((person) => tellPerson(person, concern, desk, { why: said, tone }, true));
}

/** Whoever knows of it, has it in hand or asked; when none of them may have it any more, whoever leads it today. */
function hearers(concern: Concern, desk: Desk, asker?: string): string[] {
  const { school, now } = desk;
  const others = [concern.takenBy, asker].filter((id) => id !== undefined && mayOpen(id, concern, school, now));
  const known = new Set([...stillTold(concern, desk), ...others.filter((id) => id !== undefined)]);
  const people = known.size > 0 ? [...known] : leaders(concern, school, now);
  return people.filter((id) => id !== concern.raisedBy);
}
