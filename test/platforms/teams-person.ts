import type { TeamsClient } from '../connector/client';
import { type FakeConnector, personalChat } from '../connector/connector';
import { textOf } from '../connector/form';
import { cardsIn, isRecord, linesIn, type StandingCard } from '../connector/record';
import type { Message, Person, PlaceName } from './person';
import { until } from './until';

/** What stands in the conversations of Teams as people see it now. */
export interface Screens {
  /** Oldest first; a card that was changed counts as new. */
  of(conversation: string): StandingCard[];
  /** The answer to a press takes the place of the pressed card. */
  replace(card: StandingCard): void;
  /** How much has arrived so far, wherever that was. */
  count(): number;
  /** What has arrived in a conversation since so much had. */
  since(count: number, conversation: string): string[];
}

export function openScreens({ recorded }: Pick<FakeConnector, 'recorded'>): Screens {
  const replaced: { readonly after: number; readonly card: StandingCard }[] = [];

  return {
    of(conversation) {
      const standing = new Map<string, { order: number; card: StandingCard }>();
      const changes = [
        ...recorded.flatMap((each, order) => cardsIn([each], conversation).map((card) => ({ order, card }))),
        ...replaced
          .filter(({ card }) => card.conversation === conversation)
          .map(({ after, card }, index) => ({ order: after - 0.5 + index / 10_000, card })),
      ].sort((a, b) => a.order - b.order);
      for (const change of changes) standing.set(change.card.activity, change);
      return [...standing.values()].sort((a, b) => a.order - b.order).map(({ card }) => card);
    },
    replace: (card) => void replaced.push({ after: recorded.length, card }),
    count: () => recorded.length,
    since(count, conversation) {
      const news = recorded.slice(count);
      return [...cardsIn(news, conversation).map(textOf), ...linesIn(news, conversation)];
    },
  };
}

/** A person in Teams: a message, a press and an arrival are each answered before the request ends. */
export function teamsPerson(
  user: string,
  client: TeamsClient,
  screens: Screens,
  places: Readonly<Record<PlaceName, string>>,
): Person {
  const own = personalChat(user);
  const seen: string[] = [];
  let focus: StandingCard | undefined;

  async function find(conversation: string, text: string): Promise<string> {
    focus = await until(
      `"${text}" in front of ${user}`,
      () =>
        screens
          .of(conversation)
          .reverse()
          .find((card) => textOf(card).includes(text)),
      () => screens.of(conversation).map(textOf).join('\n---\n'),
    );
    seen.push(textOf(focus));
    return textOf(focus);
  }

  function inPlace(place: PlaceName) {
    return { place: places[place], team: '19:team@thread.tacv2' };
  }

  return {
    async say(text) {
      await client.sendText(user, text);
    },
    async sayIn(place, text) {
      await client.sendText(user, text, inPlace(place));
    },
    async passOn(place, { author, text, picture }: Message) {
      const { status } = await client.passOn(
        user,
        {
          from: { user: { id: author, displayName: author } },
          body: { contentType: 'html', content: `<div><p>${text}</p></div>` },
          attachments: picture ? [{ contentType: 'image/png', contentUrl: 'https://example.org/picture' }] : [],
          linkToMessage: 'https://teams.microsoft.com/l/message/19:staffroom/1',
        },
        inPlace(place),
      );
      if (status !== 200) throw new Error(`the message was answered with ${status}`);
    },
    async join() {
      await client.join(user);
    },
    sees: (text) => find(own, text),
    seesIn: (place, text) => find(places[place], text),
    async press(title, inputs = {}) {
      if (!focus) throw new Error(`${user} looks at nothing`);
      const pressed = await client.press(user, focus, title, inputs);
      if (pressed.status !== 200) throw new Error(`"${title}" was answered with ${pressed.status}`);
      if (!pressed.card) return;
      screens.replace(pressed.card);
      focus = pressed.card;
    },
    async forge(verb, data, place) {
      const before = screens.count();
      const where = place ? inPlace(place) : {};
      const { body } = await client.invoke(user, verb, data, { ...where, replyTo: 'a-card-of-no-one' });
      const answer = isRecord(body) ? body.value : '';
      const answered = isRecord(answer) ? textOf({ content: answer }) : String(answer ?? '');
      const here = place ? screens.since(before, places[place]) : [];
      return [answered, ...screens.since(before, own), ...here].filter(Boolean).join('\n');
    },
    seen: () => seen.join('\n'),
    cards: async () => screens.of(own).map(textOf),
  };
}
