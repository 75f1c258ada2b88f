import { expand } from '../../cards/expand';
import type { Spot } from '../../infra/outbox';
import { openStopwatch } from '../../infra/stopwatch';
import { Refused } from '../channel';
import { dispatch } from '../dispatch';
import type { House } from '../house';
import { whoIs } from '../schools';
import type { Deed } from './deed';
import { keptForm, OPEN_FORM } from './forms';
import { line } from './line';
import type { Acquaintances } from './met';
import { type Ack, type Occasion, settingOf, type Shown } from './occasion';
import type { Post } from './post';
import { show } from './show';
import { showSent } from './show-form';
import { tellAlone } from './tell';
import type { SlackWeb } from './web';

export interface Turns {
  /** Does what a deed asks and shows what came of it. Never rejects. */
  take(deed: Deed, ack: Ack): Promise<void>;
}

export function openTurns(house: () => House, web: SlackWeb, post: Post, met: Acquaintances): Turns {
  async function perform(occasion: Occasion): Promise<void> {
    const { deed, household, person } = occasion;
    const isNew = household && person ? await met.meet(person, household) : false;
    // The Home tab is opened every day; it greets a person who has not been here before, and nobody else.
    if (deed.glance && !isNew) return;
    if (deed.act.kind === 'joined' && !person) return;
    await show(answerTo(occasion), occasion);
  }

  return {
    async take(deed, ack) {
      const now = house();
      const acknowledged = once(ack);
      const nobody = { household: undefined, person: undefined };
      const tookMs = openStopwatch();
      // Only a sent form is answered in its acknowledgement. Nothing else keeps Slack waiting for the store, nor goes unanswered
      // because the socket was lost at that moment.
      const isAnswered = deed.origin.kind === 'sent-form';
      const ackAnyhow = () => acknowledged.ack().catch((error) => report('not acknowledged', error, now));
      const own = isAnswered ? acknowledged.ack : ackAnyhow;
      let occasion: Occasion = { deed, ...nobody, house: now, web, post, ack: own, tookMs };
      if (!isAnswered) void ackAnyhow();
      try {
        occasion = { ...occasion, ...(await whoIs(now, 'slack', deed.team, deed.user)) };
        await perform(occasion);
      } catch (error) {
        report('reply not shown', error, now);
        await apologise(occasion, acknowledged.isGiven());
      }
    },
  };
}

/** Where the pressed card stands in the person's own chat; a form, and what vanishes by itself, stands nowhere. */
function spotOf({ deed: { origin, where }, household, person }: Occasion): Spot | undefined {
  if (origin.kind !== 'pressed' || origin.answerUrl || where !== 'private' || !household || !person) return undefined;
  const { channel, ts } = origin;
  return { channel: 'slack', handle: { channel, ts, school: household.school.id, person: person.id } };
}

/** The answer, with its cards made. Rejects when a card cannot be made. */
async function answerTo(occasion: Occasion): Promise<Shown> {
  const { deed, household, person, house } = occasion;
  // No school has this workspace. Even then a child may be in danger.
  if (!household) return { here: [], privately: [line('common.noSchool')] };
  const { id, act, where } = deed;
  if (act.kind === 'pressed' && act.verb === OPEN_FORM) {
    const form = person && (await keptForm(act.data, person.id, household));
    return { here: [], privately: [form ?? line('common.formGone', settingOf(occasion))] };
  }
  const { here = [], privately = [] } = await dispatch(
    { id, household, person, where, act, spot: spotOf(occasion) },
    house,
  );
  const setting = { nation: household.school.nation, schoolName: household.school.name };
  return {
    here: here.map((view) => expand(view, setting)),
    privately: privately.map((view) => expand(view, setting)),
  };
}

/**
 * Something stood in the way of the answer: not silence, because a child may be in danger. A form that was sent stays,
 * with all that was typed, and the apology is laid on it.
 */
async function apologise(occasion: Occasion, isAcknowledged: boolean): Promise<void> {
  const { origin, act } = occasion.deed;
  const sorry = line('common.noAnswer', settingOf(occasion));
  try {
    if (origin.kind === 'sent-form' && !isAcknowledged)
      return await showSent(Promise.resolve({ here: [], privately: [sorry] }), origin.view, occasion);
    if (!isAcknowledged) await occasion.ack();
    if (act.kind !== 'joined') await tellAlone([sorry], occasion);
  } catch (error) {
    report('apology not shown', error, occasion.house);
  }
}

function report(what: string, error: unknown, { log }: House): void {
  log(what, { channel: 'slack', ...(error instanceof Refused ? { status: error.status } : { error }) });
}

/** Slack takes one acknowledgement; Bolt throws at a second. Whoever gives it again learns what became of the first. */
function once(give: Ack): { readonly ack: Ack; isGiven(): boolean } {
  let given: Promise<void> | undefined;
  return {
    isGiven: () => given !== undefined,
    ack(answer) {
      given ??= give(answer);
      return given;
    },
  };
}
