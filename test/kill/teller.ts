import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../../cards/words';
import { type Act, asking, type Learnt, type Story } from './act';
import { NoAnswer, type Sender } from './sender';

/** One act as it was done. */
export interface Deed {
  readonly act: Act;
  /** What the story knew, with the marks of this act; and what it did not know yet as it was learnt first. */
  known: Learnt;
  /** Only once the words that say so have arrived here. */
  isAcknowledged: boolean;
  /** An act after it was acknowledged. */
  isFollowed: boolean;
}

/** What becomes of an act that had no answer: sent once more by Teams, pressed once more by the person, or left. */
type Fate = 'sent again' | 'pressed again' | 'left';

const SENT_BEFORE = messageOf('concern.problem.sentBefore');

/** Tells stories to a bot that comes and goes, and remembers everything that was done. */
export function openTeller() {
  const deeds: Deed[] = [];
  const completed = new Map<Story, number>();
  const begun = new Map<Story, number>();
  const usual = new Map<string, number>();
  const interrupted = new Map<string, number>();
  const watched = new Map<string, { readonly to: Sender; readonly sent: () => void }>();
  let marks = 0;
  let senders: readonly Sender[] = [];
  let isOver = false;

  /** Any of the bots that are up, as a balancer would choose. */
  async function bot(): Promise<Sender> {
    while (senders.length === 0 && !isOver) await sleep(5);
    const sender = senders[Math.floor(Math.random() * senders.length)];
    if (!sender) throw new NoAnswer('it is over');
    return sender;
  }

  async function send(act: Act, known: Learnt, id: string): Promise<string> {
    const any = await bot();
    const data = act.data(asking(known));
    const watch = watched.get(act.verb);
    const to = watch?.to ?? any;
    const since = performance.now();
    watch?.sent();
    const reply = await (act.send?.(to, data, id) ?? to.press(personOf(act, known), act.verb, data, id));
    usual.set(act.verb, performance.now() - since);
    return reply;
  }

  /** Until it is answered, whatever happens to the bot in between, unless it is left. */
  async function perform(act: Act, story: Learnt, mayLeave: boolean): Promise<{ deed: Deed; learnt: Learnt }> {
    marks += 1;
    const own = { mark: `mark-${marks}-${randomBytes(4).toString('hex')}`, form: randomBytes(16).toString('hex') };
    const then = { ...story, ...own };
    const deed: Deed = { act, known: then, isAcknowledged: false, isFollowed: false };
    deeds.push(deed);
    /** Where the press before was kept, a later one only shows so; that it was is known where the bot says it. */
    const shownAgain = (isSaid: boolean) => {
      if (act.again) deeds.push({ ...deed, act: { ...act, kept: act.again }, isAcknowledged: isSaid });
    };
    let id = randomUUID();
    for (let presses = 1; ; presses++) {
      const reply = await send(act, then, id).catch((error: unknown) => {
        if (error instanceof NoAnswer) return undefined;
        throw error;
      });
      if (reply !== undefined) {
        if (!isAcknowledged(act, then, reply)) throw new Error(`${act.verb} was answered with ${reply.slice(0, 3000)}`);
        deed.isAcknowledged = true;
        if (presses > 1) shownAgain(isSentBefore(reply));
        const learnt = act.learns?.(reply, then) ?? {};
        deed.known = { ...then, ...learnt };
        return { deed, learnt };
      }
      interrupted.set(act.verb, (interrupted.get(act.verb) ?? 0) + 1);
      if (presses > 1) shownAgain(false);
      const fate = isOver ? 'left' : fateOf(act, then, mayLeave);
      if (fate === 'left') return { deed, learnt: {} };
      if (fate === 'pressed again') id = randomUUID();
    }
  }

  return {
    deeds,
    completed,
    /** How often each verb was on its way when the bot was killed. */
    interrupted,
    /** How long this verb took to be answered last, in milliseconds. */
    usual: (verb: string) => usual.get(verb) ?? 20,
    begunTimes: (story: Story) => begun.get(story) ?? 0,
    /** The bots that are up now. */
    turnTo(next: readonly Sender[]): void {
      senders = next;
    },
    end(): void {
      isOver = true;
    },
    isOver: () => isOver,
    /** Resolves when the next press of this verb is on its way to this bot; false if it does not come in time. */
    async sees(verb: string, to: Sender, within: number): Promise<boolean> {
      const seen = new Promise<true>((resolve) => watched.set(verb, { to, sent: () => resolve(true) }));
      const isSeen = await Promise.race([seen, sleep(within, false)]);
      watched.delete(verb);
      return isSeen;
    },
    /** One telling of a story; it ends early where an act was left. @param thinks so long at most before each act, in milliseconds. */
    async tell(story: Story, thinks: number): Promise<void> {
      const n = begun.get(story) ?? 0;
      begun.set(story, n + 1);
      const told: Deed[] = [];
      let known: Learnt = story.begins?.(n) ?? {};
      for (const act of story.acts) {
        if (thinks > 0) await sleep(Math.random() * thinks);
        const { deed, learnt } = await perform(act, known, !story.isNeverLeft);
        if (!deed.isAcknowledged) return;
        known = { ...known, ...learnt };
        for (const earlier of told) earlier.known = filled(earlier.known, learnt);
        const before = told.at(-1);
        if (before) before.isFollowed = true;
        told.push(deed);
      }
      completed.set(story, (completed.get(story) ?? 0) + 1);
    },
  };
}

/** What was not known yet, as it was learnt later. */
function filled(known: Learnt, later: Learnt): Learnt {
  const said = Object.entries(known).filter(([, value]) => value !== undefined);
  return { ...later, ...Object.fromEntries(said) };
}

function personOf({ by }: Act, known: Learnt): string {
  return typeof by === 'string' ? by : by(asking(known));
}

function isAcknowledged({ verb, says, isOfferedAgain, orSays }: Act, known: Learnt, reply: string): boolean {
  if (isSentBefore(reply) || (orSays && reply.includes(orSays))) return true;
  if (!isOfferedAgain && reply.includes(`"verb":"${verb}"`)) return false;
  const words = says(asking(known));
  return reply.includes(words) || reply.includes(JSON.stringify(words).slice(1, -1));
}

function isSentBefore(reply: string): boolean {
  return reply.includes(SENT_BEFORE);
}

/** A form that carries a mark of its own is kept once, however often it is pressed. */
function fateOf(act: Act, known: Learnt, mayLeave: boolean): Fate {
  const chance = Math.random();
  if (mayLeave && chance < 0.25) return 'left';
  const hasForm = act.kept !== undefined && 'form' in act.data(asking(known));
  return hasForm && chance < 0.6 ? 'pressed again' : 'sent again';
}
