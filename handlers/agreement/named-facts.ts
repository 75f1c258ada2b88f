import { DateTime } from 'luxon';
import { type Datum, phrase } from '../../cards/view';
import { sayDay } from '../../domain/when';
import { everyUnopened } from '../../infra/every-row';
import type { Desk } from '../capability';
import { isOfSchool } from '../retained';
import { placeOf } from './campaign/rows';
import { CampaignFact } from './campaign/schema';

/** What the office did about one person: that they need not agree, were reminded, or a paper of theirs was taken back. */
export const FACTS = 'campaign-fact|';

/** Of whom a fact speaks, and when it was: the person is '' where it speaks of everybody. */
export function factParts(key: string): { agreement: string; person: string; at: string } {
  const [, agreement = '', at = '', , person = ''] = key.split('|');
  return { agreement, person, at };
}

/** Whether it counts no more: of somebody who is here, that they need not agree counts as long as its round runs. */
export async function isFactOver(key: string, desk: Desk): Promise<boolean> {
  const { agreement, person } = factParts(key);
  if (person === '') return false;
  if (!isOfSchool(person, desk)) return true;
  const kept = await desk.records.get(key);
  const place = (await placeOf(agreement, person, desk.records))?.value;
  return place?.state !== 'exempt' || place.number !== CampaignFact.safeParse(kept?.value).data?.number;
}

/** What the office noted about one person, with its reasons, for whoever asks what is kept about them. */
export async function factLines(person: string, desk: Desk): Promise<Datum[]> {
  const lines: Datum[] = [];
  for await (const { key, open } of everyUnopened(desk, FACTS))
    if (factParts(key).person === person) lines.push(lineOf(CampaignFact.parse(open()), desk));
  return lines;
}

function lineOf({ kind, agreement, at, reason }: CampaignFact, { school, now }: Desk): Datum {
  const entry = school.agreements.find(({ id }) => id === agreement);
  const facts = {
    on: sayDay(DateTime.fromISO(at, { zone: now.zone })),
    title: entry?.title ?? entry?.heading ?? agreement,
    reason: reason ?? '–',
  };
  return phrase(`pack.noted.${kind}`, facts);
}
