import { type Datum, phrase, type View } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import { origin } from '../../domain/chronology';
import { Permission } from '../../domain/request-settings';
import { addSchoolDays } from '../../domain/school-days';
import type { School } from '../../domain/school';
import type { RecordOp } from '../../infra/records';
import { alone } from '../alone';
import { type Desk, type Outcome, type Turn, type Verb, verb } from '../capability';
import { answersOf } from './answers';
import { requestOf } from './finding';
import { formView } from './form';
import { allWaiting, MOST_WAITING } from './listed';
import { keepNew } from './keeping';
import { fieldsOf } from './kinds';
import { deciders } from './rules';
import { formKey, mineKey, nextRef, sha256 } from './rows';
import { Filled, Nothing, type Request, Wanted } from './schema';
import { askMessages } from './telling';
import { titleOf, whoDecides } from './views';

/** What this school lets people ask for. */
export function permissionsOf({ requests }: School): Permission[] {
  return Permission.options.filter((permission) => requests[permission].on);
}

/** What may be asked for, a button each. */
export function startView({ school }: Desk, note: Datum = ''): View {
  const buttons = permissionsOf(school).map((permission) => ({
    title: phrase(`request.kind.${permission}`),
    permission,
  }));
  return { card: 'request/start', data: { note, isOff: buttons.length === 0, buttons } };
}

/** The form of one kind; where a school does not take it, what may be asked for instead. */
export function askView(permission: Permission, turn: Pick<Turn, 'id'>, desk: Desk): View {
  if (!desk.school.requests[permission].on) return startView(desk, phrase('request.off'));
  return fillIn(permission, sha256(turn.id).slice(0, 32), desk);
}

function fillIn(permission: Permission, form: string, desk: Desk, typed = {}, problem: Datum = ''): View {
  return formView(
    {
      title: phrase(`request.kind.${permission}`),
      text: phrase('request.ask.text', { permission }),
      save: phrase('request.ask.save'),
      verb: 'request/send',
      back: 'request/start',
      fields: fieldsOf(permission, desk.school),
      permission,
      form,
    },
    typed,
    problem,
  );
}

async function send(data: { permission: Permission; form: string }, turn: Turn, desk: Desk): Promise<Outcome> {
  const { permission, form } = data;
  const { school, now, records } = desk;
  const before = await records.get(formKey(turn.person.id, form));
  if (before) return sentBefore(Object(before.value).ref, desk);
  if (!school.requests[permission].on) return { reply: { here: [startView(desk, phrase('request.off'))] } };
  const result = answersOf(fieldsOf(permission, school), data, localDay(school, now));
  const again = (problem: Datum): Outcome => ({ reply: { here: [fillIn(permission, form, desk, data, problem)] } });
  if (!result.ok) return again(result.problem);
  const theirs = (await allWaiting(desk)).filter(({ by }) => by === turn.person.id).length;
  if (theirs >= MOST_WAITING) return again(phrase('request.mend.many', { most: MOST_WAITING }));
  return ask({ permission, form, answers: result.answers }, turn, desk);
}

interface Asking {
  readonly permission: Permission;
  readonly form: string;
  readonly answers: Readonly<Record<string, string>>;
}

async function ask({ permission, form, answers }: Asking, { person }: Turn, desk: Desk): Promise<Outcome> {
  const { school, now } = desk;
  const { ref, counter } = await nextRef(desk);
  const asked: Request = {
    ref,
    permission,
    by: person.id,
    askedAt: now.toUTC().toISO(),
    dueOn: localDay(school, addSchoolDays(school, now, school.requests.decideWithinDays)),
    answers: { ...answers },
    state: 'waiting',
    ...(answers.until ? { until: answers.until } : {}),
    told: deciders(school, { permission, by: person.id }, now).map(({ id }) => id),
    facts: 0,
    head: origin(ref).hash,
  };
  const { request, ops } = await keepNew(asked, { kind: 'asked', by: person, changes: {}, facts: answers }, desk);
  const found: RecordOp[] = [
    { op: 'insert', key: mineKey(person.id, ref), value: { ref } },
    { op: 'insert', key: formKey(person.id, form), value: { ref } },
  ];
  return {
    reply: { here: [receiptView(request, desk)] },
    change: { ops: [counter, ...ops, ...found], messages: askMessages(request, desk) },
  };
}

function receiptView(request: Request, desk: Desk, isLate = false): View {
  return {
    card: 'request/receipt',
    data: { request: request.ref, isLate, title: titleOf(request), who: whoDecides(request, desk) },
  };
}

async function sentBefore(ref: unknown, desk: Desk): Promise<Outcome> {
  const kept = await requestOf(String(ref), desk);
  return { reply: { here: kept ? [receiptView(kept.request, desk, true)] : [startView(desk)] } };
}

const anybody = { find: async () => true, may: () => true };

export const askVerbs: readonly Verb[] = [
  verb({
    name: 'request/start',
    data: Nothing,
    ...anybody,
    handle: async ({ turn, desk }) => ({ reply: alone(turn, startView(desk)) }),
  }),
  verb({
    name: 'request/ask',
    data: Wanted,
    ...anybody,
    handle: async ({ turn, desk, data }) => ({ reply: alone(turn, askView(data.permission, turn, desk)) }),
  }),
  verb({
    name: 'request/send',
    data: Filled,
    ...anybody,
    handle: ({ turn, desk, data }) => send(data, turn, desk),
  }),
];
