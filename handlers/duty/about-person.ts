import { type Datum, phrase } from '../../cards/view';
import { dayInWords } from '../../domain/when';
import { everyUnopened } from '../../infra/every-row';
import type { AboutPerson } from '../about-person';
import type { Desk } from '../capability';
import { Confirmed } from './schema';

/** What somebody confirmed for themselves, in the sentences as they read then. */
export async function aboutPerson(person: string, _reader: string, desk: Desk): Promise<AboutPerson> {
  const lines: Datum[] = [];
  for await (const { key, open } of everyUnopened(desk, 'confirmed|')) {
    if (key.split('|').at(-1) !== person) continue;
    const { on, says } = Confirmed.parse(open());
    lines.push(phrase('pack.confirmed', { on: dayInWords(on), says: says.join(' ') }));
  }
  return { sections: lines.length > 0 ? [{ title: phrase('pack.confirmations'), lines }] : [] };
}
