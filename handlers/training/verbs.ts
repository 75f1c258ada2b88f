import type { z } from 'zod';
import { phrase } from '../../cards/view';
import { findPerson } from '../../domain/people';
import { type TrainingKind, trainingKinds } from '../../domain/training-settings';
import { alone } from '../alone';
import { type Desk, type Turn, type Verb, type VerbRule, verb } from '../capability';
import { type Field, problemIn } from '../fields';
import { kindView, listView } from './list';
import { mineView } from './mine';
import { correct, correctForm, type OfBoth, personView, unlessCorrected } from './person';
import { doneFields, record, recordForm } from './record';
import { mayKeepTraining } from './rules';
import { Correcting, FromLine, LONGEST, OfFact, OfKind, OfPerson, OpenRecord, Recording } from './schema';

/** What only those who keep the training of the school may press. */
function keeperVerb<Shape extends z.ZodType, Kept>(rule: Omit<VerbRule<Shape, Kept>, 'may'>): Verb {
  return verb<Shape, Kept>({ ...rule, may: ({ id }, _kept, { school }) => mayKeepTraining(school, id) });
}

async function findKind(
  { training }: { training: string },
  _turn: unknown,
  { school }: Pick<Desk, 'school'>,
): Promise<TrainingKind | undefined> {
  return trainingKinds(school.training).find(({ id }) => id === training);
}

async function findBoth(data: { training: string; person: string }, turn: unknown, desk: Desk) {
  const [kind, person] = [await findKind(data, turn, desk), findPerson(desk.school, data.person)];
  return kind && person ? { kind, person } : undefined;
}

const REFUSED = { reply: { privately: [{ card: 'common/refused', data: {} }] } };

/** The questions that may be too long, by their words. */
const TYPED: readonly Field[] = [
  ...doneFields(),
  { id: 'why', kind: 'line', label: phrase('training.field.why'), longest: LONGEST.why },
];

function problemOf(issues: readonly z.core.$ZodIssue[], raw: Readonly<Record<string, unknown>>) {
  return problemIn(TYPED, raw, new Set(issues.map(({ path }) => String(path[0]))));
}

export const verbs: readonly Verb[] = [
  verb({
    name: 'training/mine',
    data: FromLine,
    find: async () => true,
    may: () => true,
    handle: async ({ turn, desk, data }) => ({ reply: alone(turn, await mineView(turn.person, desk, data.from)) }),
  }),

  verb({
    name: 'training/list',
    data: FromLine,
    find: async () => true,
    // Whoever does not keep it sees their own, and nothing of anybody else.
    may: () => true,
    handle: async ({ turn, desk, data: { from } }) => {
      const isKeeper = mayKeepTraining(desk.school, turn.person.id);
      return { reply: alone(turn, isKeeper ? await listView(desk, from) : await mineView(turn.person, desk)) };
    },
  }),

  keeperVerb({
    name: 'training/kind',
    data: OfKind,
    find: findKind,
    handle: async ({ kept, turn, desk, data }) => ({ reply: alone(turn, await kindView(kept, desk, data.from)) }),
  }),

  keeperVerb({
    name: 'training/person',
    data: OfPerson,
    find: async ({ person }, _turn, { school }) => findPerson(school, person),
    handle: async ({ kept, turn, desk, data: { from } }) => ({
      reply: alone(turn, await personView(kept, desk, '', from)),
    }),
  }),

  keeperVerb({
    name: 'training/record',
    data: OpenRecord,
    find: findKind,
    handle: async ({ kept, turn, desk, data: { person } }) => ({
      reply: alone(turn, await recordForm(kept, desk, person === undefined ? {} : { people: person })),
    }),
  }),

  keeperVerb({
    name: 'training/do-record',
    data: Recording,
    find: findKind,
    handle: record,
    invalid: async (issues, raw, turn, desk) => {
      const kind = await kindClaimed(raw, turn, desk);
      if (!kind) return REFUSED;
      return { reply: { here: [await recordForm(kind, desk, raw, problemOf(issues, raw))] } };
    },
  }),

  keeperVerb<typeof OfFact, OfBoth>({
    name: 'training/correct',
    data: OfFact,
    find: findBoth,
    handle: (press) => unlessCorrected(press, async (fact) => ({ reply: { here: [correctForm(press.kept, fact)] } })),
  }),

  keeperVerb<typeof Correcting, OfBoth>({
    name: 'training/do-correct',
    data: Correcting,
    find: findBoth,
    handle: correct,
    invalid: async (issues, raw, turn, desk) => {
      const claim = OfFact.safeParse(raw);
      const kind = await kindClaimed(raw, turn, desk);
      const both = kind && claim.success ? await findBoth(claim.data, turn, desk) : undefined;
      if (!both || !claim.success) return REFUSED;
      return unlessCorrected({ data: claim.data, kept: both, desk, turn }, async (fact) => ({
        reply: { here: [correctForm(both, fact, raw, problemOf(issues, raw))] },
      }));
    },
  }),
];

/** The kind that a form which cannot be read is about, for those who may fill it in. */
async function kindClaimed(raw: Readonly<Record<string, unknown>>, turn: Turn, desk: Desk) {
  const claim = OfKind.pick({ training: true }).safeParse(raw);
  return claim.success && mayKeepTraining(desk.school, turn.person.id) ? findKind(claim.data, turn, desk) : undefined;
}
