import { beginning } from '../../../domain/typed-text';
import { saidToReporter } from '../story-said';
import { type Datum, phrase, type View } from '../../../cards/view';
import { type Route, routeConcern } from '../../../domain/routes';
import type { Desk } from '../../capability';
import { matterOfDraft } from '../rules';
import type { Draft } from '../schema';
import { namesOf, routeLines, sayAbout, sendTo } from '../shown';
import { carriedPart } from './carrying';
import { aboutView } from './choosing-views';
import { namedReceivers } from './naming';
import { draftsOf, hasWholePart } from './part-kinds';

export function routeOfDraft(draft: Draft, personId: string, { school, now }: Desk): Route | undefined {
  const [main] = draftsOf(draft, personId, { school, now });
  const matter = matterOfDraft(main, personId, now);
  return matter && routeConcern(school, matter, now);
}

/** All that will be sent, and to whom. */
export function lookView(draft: Draft, personId: string, desk: Desk): View {
  const route = routeOfDraft(draft, personId, desk);
  if (!route || !draft.about) return aboutView(draft);
  return {
    card: 'concern/look',
    data: {
      draft: draft.id,
      about: draft.about,
      ...routeLines(route, desk, personId),
      named: namesOf(desk.school, namedReceivers(draft, route, desk.school)),
      asides: asidesOf(draft),
      carried: carriedPart(draft, desk, true),
      facts: factsOf(draft, desk),
      story: draft.story.story ?? '',
      sendTo: draft.also && hasWholePart(draft) ? phrase('concern.to.others') : sendTo(route),
      ...otherPartLines(draft, personId, desk),
    },
  };
}

/** What will be sent as a part of its own, and to whom. */
function otherPartLines(draft: Draft, personId: string, desk: Desk): Record<string, Datum> {
  const [, other] = draftsOf(draft, personId, desk);
  const matter = other && matterOfDraft(other, personId, desk.now);
  if (!draft.also || !matter) return { other: '', otherStory: '' };
  const { receivers, outside } = routeLines(routeConcern(desk.school, matter, desk.now), desk);
  const kind = phrase(`partKind.${draft.also.kind}`);
  return {
    other: receivers
      ? phrase('concern.otherPart.goes', { kind, receivers })
      : phrase('concern.otherPart.sealed', { kind, outside }),
    otherStory: beginning([other.story.who, draft.also.story].filter(Boolean).join(' · '), BEGINNING),
  };
}

/** It was typed a moment ago, and the longest report fits one card only just. */
const BEGINNING = 300;

/** What the form asked, as a list; what was left empty is not on it. */
function factsOf({ about = 'pupil', category, subject, story }: Draft, { school }: Desk) {
  const rows: [string, Datum][] = [
    ['about', sayAbout(about, subject, school)],
    ['category', phrase(`category.${category}`)],
    ['words', story.words],
    ...saidToReporter(story),
    ['opinion', story.opinion],
  ];
  return rows.flatMap(([name, value]) => (value ? [{ title: phrase(`concern.fact.${name}`), value }] : []));
}

/** What is worth a word before it is sent, because of how the reporter knows of it. */
function asidesOf({ story: { from = '', who = '', inPerson } }: Draft): { line: Datum }[] {
  const lines: Datum[] = [
    ...(from === 'child-unnamed' ? [phrase(who ? 'concern.aside.named' : 'concern.aside.unnamed')] : []),
    ...(inPerson === 'nobody' ? [phrase('concern.aside.inPerson')] : []),
  ];
  return lines.map((line) => ({ line }));
}
