import { z } from 'zod';
import { phrase } from '../../cards/view';
import { messageOf } from '../../cards/words';
import { type Capability, type Outcome, type Turn, verb } from '../../handlers/capability';
import { inputOf } from '../../handlers/fields';
import { openLibrary } from '../../library';
import { openSlackBot, type SlackBotOptions } from './bot';

/** What stands on the cards that these tests borrow. */
export const FIELD = `${messageOf('step.note.note')} (needed)`;
export const BACK = messageOf('common.back');
export const OPEN = messageOf('concern.triage.open');
export const TAKE = messageOf('concern.triage.take');

/** A card of the project that shows a text of the caller's own. */
export function sayCard(text: string) {
  return { card: 'common/sorry', data: { kept: text, next: text } };
}

/** A form of the project with one field and a button that leaves it; sending it comes back as `concern/do-note`. */
export function formCard(ref: string, note = '') {
  const words = { title: `Add a note to ${ref}`, text: 'A note.', save: messageOf('step.note.save') };
  const field = { id: 'note', kind: 'long', label: phrase('step.note.note'), isNeeded: true } as const;
  return {
    card: 'concern/step',
    data: {
      ref,
      form: 'f'.repeat(32),
      ...words,
      verb: 'concern/do-note',
      problem: '',
      lines: [],
      inputs: [inputOf(field, note)],
    },
  };
}

/** A card with two buttons and no field. */
export function triageCard(ref: string) {
  const told = { tone: 'default', age: '', category: 'Contact', risk: 'high', raised: '', state: ref };
  return { card: 'concern/triage', data: { ...told, ref, heading: ref, closed: false, canTake: true } };
}

const SCHOOL = {
  id: 'oak-lane',
  name: 'Oak Lane Primary School',
  nation: 'england',
  people: [
    { id: 'teacher', name: 'Class teacher, Year 4', roles: ['staff'] },
    { id: 'lead', name: 'Safeguarding lead', roles: ['staff'] },
    { id: 'head', name: 'Headteacher', roles: ['staff'] },
  ],
  offices: { dsl: ['lead'] },
  places: { triage: { for: ['pupil'] } },
};

/** Something that waits until it is let go. */
export function openGate(): { readonly opened: Promise<void>; open(): void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

export type SlackHouse = Awaited<ReturnType<typeof openSlackHouse>>;

interface Options extends Pick<SlackBotOptions, 'settings' | 'meanwhile'> {
  /** What the house does with a turn; it says the typed words back unless told. */
  readonly act?: (turn: Turn) => Promise<Outcome> | Outcome;
  readonly school?: Record<string, unknown>;
  /** More accounts than the school has people. */
  readonly crowd?: number;
}

/** A school with one capability, Slack in front of it and emulate behind it. */
export async function openSlackHouse({ act = echo, school = {}, crowd = 0, ...rest }: Options = {}) {
  const turns: Turn[] = [];
  const echoes = capabilityOf(async (turn) => {
    turns.push(turn);
    return act(turn);
  });
  const bot = await openSlackBot({
    ...rest,
    school: { ...SCHOOL, ...school },
    capabilities: [echoes],
    library: openLibrary([]),
    strangers: ['stranger', ...Array.from({ length: crowd }, (_, index) => `other-${index}`)],
  });
  return { ...bot, turns };
}

function echo({ act }: Turn): Outcome {
  return { reply: { here: [sayCard(act.kind === 'said' ? act.text : act.kind)] } };
}

function capabilityOf(take: (turn: Turn) => Promise<Outcome>): Capability {
  const press = (name: string) =>
    verb({
      isForAll: true,
      name,
      data: z.looseObject({}),
      find: async () => true,
      may: () => true,
      handle: ({ turn }) => take(turn),
    });
  return {
    name: 'echo',
    hears: () => true,
    said: take,
    shared: take,
    joined: take,
    verbs: ['concern/do-note', 'concern/open', 'concern/take', 'concern/close'].map(press),
  };
}
