import { type Datum, phrase } from '../../cards/view';
import { inert } from '../../domain/address';
import { Bullying, type Story } from './schema';
import { sayDayOf } from './shown';

/** What a form says beside its long texts, each under the name `concern.fact.<id>`. */
export type SaidId =
  | 'whereNow'
  | 'who'
  | 'childIs'
  | 'from'
  | 'source'
  | 'when'
  | 'where'
  | 'address'
  | 'device'
  | 'bullying'
  | 'inPerson'
  | 'told'
  | 'done';

/** The same for whoever writes the form, looks at it again, or works the case: in one order, without what was left empty. */
export function saidIn(story: Partial<Story> | undefined): [SaidId, Datum][] {
  if (!story) return [];
  const said: [SaidId, Datum | undefined][] = [
    ['whereNow', story.whereNow],
    ['who', story.who],
    ['childIs', story.childIs && phrase(`childIs.${story.childIs}`)],
    ['from', story.from && phrase(`from.${story.from}`)],
    ['source', story.source],
    ['when', [story.on && sayDayOf(story.on), story.when].filter(Boolean).join(', ')],
    ['where', story.where && phrase(`where.${story.where}`)],
    ['address', inert(story.address ?? '')],
    ['device', story.device],
    ...bullyingIn(story),
    ['inPerson', story.inPerson && phrase(`inPerson.${story.inPerson}`)],
    ['told', story.told],
    ['done', story.done],
  ];
  return said.flatMap(([id, value]): [SaidId, Datum][] => (value ? [[id, value]] : []));
}

/** The same in the words of a card that its own reporter reads. */
export function saidToReporter(story: Partial<Story> | undefined): [SaidId | 'youKnow', Datum][] {
  return saidIn(story).map(([id, value]) => [id === 'from' ? 'youKnow' : id, value]);
}

/** What makes it bullying, as far as the reporter knows (S215); never a condition for sending. */
function bullyingIn({ bullying = '' }: Partial<Story>): [SaidId, Datum][] {
  const known = bullying.split(',');
  return Bullying.options
    .filter((each) => known.includes(each))
    .map((each) => ['bullying', phrase(`bullying.${each}`)]);
}
