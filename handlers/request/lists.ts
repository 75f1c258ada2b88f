import { phrase, type View } from '../../cards/view';
import type { Person } from '../../domain/school';
import { prefixRange } from '../../infra/prefix';
import { alone } from '../alone';
import { type Desk, type Verb, verb } from '../capability';
import { requestOf } from './finding';
import { allOpen, allWaiting } from './listed';
import { isTheirs, mayBeDecider } from './rules';
import { mineKey } from './rows';
import { Before, FromLine, type Listed, type Request } from './schema';
import { momentOf, nameOf, stateOf, titleOf } from './views';

/** As many as one card shows well on a telephone. */
const SHOWN = 6;

type ListName = 'mine' | 'waiting' | 'open';

interface Button {
  readonly name: string;
  readonly verb: string;
  readonly before?: string;
  readonly from?: number;
}

/** What this person has asked for, the newest first, and where each stands. */
export async function mineView(person: Person, desk: Desk, before = ''): Promise<View> {
  const prefix = mineKey(person.id);
  const { to } = prefixRange(prefix);
  // Behind the key itself: no reference has a letter after it.
  const from = before === '' ? prefix : `${mineKey(person.id, before)}!`;
  const { rows } = await desk.records.list({ from, to, limit: SHOWN + 1 });
  const refs = rows.slice(0, SHOWN).map(({ key }) => key.split('|').at(-1) ?? '');
  const older: Button[] =
    rows.length > SHOWN ? [{ name: 'older', verb: 'request/mine', before: refs.at(-1) ?? '' }] : [];
  return listView('mine', await requestsOf(refs, desk), [...older, { name: 'ask', verb: 'request/start' }], desk);
}

/** What waits for a decision by this person, the oldest first. */
export async function waitingView(person: Person, desk: Desk, start = 0): Promise<View> {
  const all = theirs(await allWaiting(desk), person, desk);
  const open = theirs(await allOpen(desk), person, desk).length;
  const buttons: Button[] = [
    ...moreAfter(all, start, 'request/waiting'),
    ...(open > 0 ? [{ name: 'open', verb: 'request/open-sites' }] : []),
    { name: 'mine', verb: 'request/mine' },
  ];
  return listView('waiting', await requestsOf(refsAt(all, start), desk), buttons, desk, all.length);
}

/** Websites that somebody has to block again, the earliest day first. */
export async function openView(person: Person, desk: Desk, start = 0): Promise<View> {
  const all = theirs(await allOpen(desk), person, desk);
  const buttons: Button[] = [
    ...moreAfter(all, start, 'request/open-sites'),
    { name: 'waiting', verb: 'request/waiting' },
  ];
  return listView('open', await requestsOf(refsAt(all, start), desk), buttons, desk, all.length);
}

export async function countWaiting(person: Person, desk: Desk): Promise<number> {
  if (!mayBeDecider(desk.school, person.id)) return 0;
  return theirs(await allWaiting(desk), person, desk).length;
}

function theirs(all: readonly Listed[], { id }: Person, { school, now }: Desk): Listed[] {
  return all.filter((row) => isTheirs(school, row, id, now));
}

function refsAt(all: readonly Listed[], start: number): string[] {
  return all.slice(start, start + SHOWN).map(({ ref }) => ref);
}

function moreAfter(all: readonly Listed[], start: number, verbName: string): Button[] {
  return all.length > start + SHOWN ? [{ name: 'more', verb: verbName, from: start + SHOWN }] : [];
}

async function requestsOf(refs: readonly string[], desk: Desk): Promise<Request[]> {
  const found = await Promise.all(refs.map((ref) => requestOf(ref, desk)));
  return found.flatMap((kept) => (kept ? [kept.request] : []));
}

function listView(
  name: ListName,
  requests: readonly Request[],
  buttons: readonly Button[],
  desk: Desk,
  count = requests.length,
): View {
  return {
    card: 'request/list',
    data: {
      title: phrase(`request.list.${name}`),
      intro: phrase(`request.intro.${name}`, { count }),
      lines: requests.map((request) => ({
        line: titleOf(request),
        asked: phrase('request.askedBy', { name: nameOf(request.by, desk), at: momentOf(request.askedAt, desk) }),
        state: stateOf(request, desk),
        open: phrase('request.button.see', { ref: request.ref }),
        request: request.ref,
      })),
      buttons: buttons.map(({ name: of, verb: to, before = '', from = 0 }) => ({
        title: phrase(`request.button.${of}`),
        verb: to,
        before,
        from: String(from),
      })),
    },
  };
}

const anybody = { find: async () => true, may: () => true };

export const listVerbs: readonly Verb[] = [
  verb({
    name: 'request/mine',
    data: Before,
    ...anybody,
    handle: async ({ turn, desk, data }) => ({ reply: alone(turn, await mineView(turn.person, desk, data.before)) }),
  }),
  verb({
    name: 'request/waiting',
    data: FromLine,
    ...anybody,
    handle: async ({ turn, desk, data }) => ({ reply: alone(turn, await waitingView(turn.person, desk, data.from)) }),
  }),
  verb({
    name: 'request/open-sites',
    data: FromLine,
    ...anybody,
    handle: async ({ turn, desk, data }) => ({ reply: alone(turn, await openView(turn.person, desk, data.from)) }),
  }),
];
