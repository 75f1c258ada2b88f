import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Datum, phrase, type View } from '../../cards/view';
import { At } from '../../domain/agreed';
import { localDay } from '../../domain/calendar';
import { Day } from '../../domain/school';
import { dayInWords } from '../../domain/when';
import type { RecordOp } from '../../infra/records';
import { alone } from '../alone';
import { type Desk, type Turn, type Verb, verb } from '../capability';
import { inputOf } from '../fields';
import { keepsRegister } from './campaign/rules';

/** That somebody asked for the register to print, `register-printed|<id>`: a fact of the register, never changed. */
const Printed = z.object({
  id: z.string(),
  /** The day for which the register was asked. */
  on: Day,
  by: z.string(),
  at: At,
});
export type Printed = z.infer<typeof Printed>;

const printedKey = (id: string) => `register-printed|${id}`;

/** Without a day it is today's; what no field could have sent is asked for again. */
const OfDay = z.object({ on: Day.or(z.literal('')).catch('-').default('') });
const Nothing = z.object({});

const office = {
  find: async () => true as const,
  may: ({ id }: Turn['person'], _: true, { school }: Desk) => keepsRegister(school, id),
};

/** The register as a page to print: for the office manager and the headteacher, each asking a fact. */
export const printVerbs: readonly Verb[] = [
  verb({
    name: 'agreement/register',
    data: OfDay,
    ...office,
    async handle({ turn, desk, data }) {
      const today = localDay(desk.school, desk.now);
      const on = data.on || today;
      if (!Day.safeParse(on).success)
        return { reply: alone(turn, dayView(today, phrase('agreement.register-day.none'))) };
      if (on > today) return { reply: alone(turn, dayView(on, phrase('agreement.register-day.ahead'))) };
      const { printed, op } = asked(on, turn, desk);
      const page = desk.pageAt('register', on, printed.id) ?? '';
      return { reply: alone(turn, linkView(on, page)), ...(page ? { change: { ops: [op] } } : {}) };
    },
  }),

  verb({
    name: 'agreement/register-day',
    data: Nothing,
    ...office,
    handle: async ({ turn, desk }) => ({ reply: alone(turn, dayView(localDay(desk.school, desk.now))) }),
  }),
];

/** Who asked for a page, for as long as they keep the register: a link in other hands opens nothing once they do not. */
export async function printedFor(
  id: string,
  { records, school }: Pick<Desk, 'records' | 'school'>,
): Promise<Printed | undefined> {
  const kept = await records.get(printedKey(id));
  const printed = kept && Printed.parse(kept.value);
  return printed && keepsRegister(school, printed.by) ? printed : undefined;
}

/** Its id comes from the turn, so that a turn that is taken again is one fact; it begins with the time, so that they lie in order. */
function asked(on: string, turn: Turn, { now }: Desk): { printed: Printed; op: RecordOp } {
  const own = createHash('sha256').update(`${turn.id}|${turn.person.id}`).digest('hex').slice(0, 16);
  const printed: Printed = { id: `${now.toMillis()}-${own}`, on, by: turn.person.id, at: now.toUTC().toISO() };
  return { printed, op: { op: 'insert', key: printedKey(printed.id), value: printed } };
}

function linkView(on: string, page: string): View {
  const line = phrase(page ? 'agreement.register.ready' : 'agreement.register.noPages', { day: dayInWords(on) });
  return { card: 'agreement/register', data: { line, page } };
}

function dayView(on: string, problem: Datum = ''): View {
  const label = phrase('agreement.register-day.on');
  return {
    card: 'agreement/register-day',
    data: { problem, inputs: [inputOf({ id: 'on', kind: 'day', label, isNeeded: true, value: on })] },
  };
}
