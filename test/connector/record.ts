/** In which a bot of the tests may say what it is about; the real Teams gets no such header. */
export const JOB_HEADER = 'x-lantern-job';

/** One request of the bot to Teams, as the stand-in for Teams saw it. Nothing is deduplicated. */
export interface Recorded {
  readonly n: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: 'post' | 'update' | 'delete' | 'create' | 'members';
  readonly conversation: string;
  /** Id of the message, for what is about one. */
  readonly activity: string;
  /** The path's own activity id: set when the bot posted to `/activities/{id}`. */
  readonly answering: string;
  readonly status: number;
  /** True when the answer never left: the bot cannot know that the message stands there. */
  readonly dropped: boolean;
  /** The job that was done by it, where the bot of the test says so. */
  readonly job?: string;
  readonly body: unknown;
}

/** A card as it stands in a chat: what a person can look at and press. */
export interface StandingCard {
  readonly conversation: string;
  readonly activity: string;
  readonly content: Record<string, unknown>;
}

const CARD = 'application/vnd.microsoft.card.adaptive';

/** The cards in what was posted or changed, newest last; refused ones never stood anywhere. */
export function cardsIn(recorded: readonly Recorded[], conversation?: string): StandingCard[] {
  const cards: StandingCard[] = [];
  for (const each of recorded) {
    if (each.status >= 400 || (each.kind !== 'post' && each.kind !== 'update')) continue;
    if (conversation && each.conversation !== conversation) continue;
    for (const content of contentsOf(each.body))
      cards.push({ conversation: each.conversation, activity: each.activity, content });
  }
  return cards;
}

/** Plain lines that were posted, newest last. */
export function linesIn(recorded: readonly Recorded[], conversation?: string): string[] {
  const here = recorded.filter(
    (each) => each.kind === 'post' && each.status < 400 && (!conversation || each.conversation === conversation),
  );
  return here.flatMap(({ body }) => (isRecord(body) && typeof body.text === 'string' ? [body.text] : []));
}

function contentsOf(body: unknown): Record<string, unknown>[] {
  if (!isRecord(body) || !Array.isArray(body.attachments)) return [];
  return body.attachments.flatMap((each: unknown) =>
    isRecord(each) && each.contentType === CARD && isRecord(each.content) ? [each.content] : [],
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
