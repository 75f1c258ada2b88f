import { type Datum, phrase, type View } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import type { Person } from '../../domain/school';
import type { TrainingKind } from '../../domain/training-settings';
import { dayInWords } from '../../domain/when';
import type { Desk, Outcome, Press } from '../capability';
import { type Field, inputOf } from '../fields';
import { afterThe, factAt, factsOf, keepFact } from './keeping';
import { byUrgency, dayProblem, latestOf } from './rules';
import { type Correcting, type Fact, LONGEST } from './schema';
import { doneFields } from './record';
import { ownNeeds, trainedOf } from './standing';
import { byLine, needLine, proofLine, titleOf, toneOf } from './words';

/** Kinds on one card. */
const SHOWN = 6;

/** A person and a kind that is kept of them, or that a fact is about. */
export interface OfBoth {
  readonly person: Person;
  readonly kind: TrainingKind;
}

/** One person's training, with what it was recorded from, for whoever keeps it. */
export async function personView(person: Person, desk: Desk, problem: Datum = '', from = 0): Promise<View> {
  const [needs, { trained }] = await Promise.all([ownNeeds(person, desk), trainedOf(person.id, desk)]);
  const lines = await Promise.all(
    [...needs]
      .sort(byUrgency)
      .slice(from, from + SHOWN)
      .map(async (need) => {
        const at = need.lastOn === undefined ? '' : (trained[need.kind.id]?.at ?? '');
        const fact = at === '' ? undefined : await factAt(person.id, need.kind.id, at, desk);
        return {
          training: need.kind.id,
          person: person.id,
          at,
          line: needLine(need, titleOf(need.kind)),
          proof: fact ? proofLine(fact) : '',
          by: fact ? byLine(fact, desk) : '',
          tone: toneOf(need),
          isRecorded: fact !== undefined,
        };
      }),
  );
  return {
    card: 'training/person',
    data: {
      ...{ person: person.id, name: person.name, problem, lines, isNobodys: needs.length === 0 },
      ...{ next: from + SHOWN, left: Math.max(0, needs.length - from - SHOWN) },
    },
  };
}

type Typed = Readonly<Record<string, unknown>>;

/** The form that puts a record right, with what it says now. */
export function correctForm({ person, kind }: OfBoth, fact: Fact, typed: Typed = {}, problem: Datum = ''): View {
  const before: Typed = { ...fact, why: '' };
  return {
    card: 'training/correct',
    data: {
      training: kind.id,
      person: person.id,
      at: fact.at,
      title: phrase('training.correctTitle', { title: titleOf(kind), name: person.name }),
      stands: phrase('training.stands', { on: dayInWords(fact.on) }),
      problem,
      inputs: correctFields().map((field) => inputOf(field, typed[field.id] ?? before[field.id])),
    },
  };
}

function correctFields(): Field[] {
  const choices = (['changed', 'never'] as const).map((value) => ({ title: phrase(`training.amend.${value}`), value }));
  return [
    { id: 'amend', kind: 'options', label: phrase('training.field.amend'), isNeeded: true, value: 'changed', choices },
    ...doneFields().map((field) => ({ ...field, isNeeded: false })),
    { id: 'why', kind: 'line', label: phrase('training.field.why'), isNeeded: true, longest: LONGEST.why },
  ];
}

/** Shows what stands instead, when the record on the card is no longer the one that counts. */
export async function unlessCorrected(
  { data, kept, desk }: Press<{ at: string }, OfBoth>,
  then: (fact: Fact, facts: readonly Fact[]) => Promise<Outcome>,
): Promise<Outcome> {
  const facts = await factsOf(kept.person.id, kept.kind.id, desk);
  const latest = latestOf(facts);
  const fact = facts.find(({ at }) => at === latest?.at);
  if (fact && fact.at === data.at) return then(fact, facts);
  return { reply: { here: [await personView(kept.person, desk, phrase('training.mend.gone'))] } };
}

/** Puts a record right by a new fact; the first stays as it was written. */
export async function correct(press: Press<Correcting, OfBoth>): Promise<Outcome> {
  const { data, kept, desk, turn } = press;
  return unlessCorrected(press, async (fact, facts) => {
    const again = (problem: Datum) => ({ reply: { here: [correctForm(kept, fact, { ...data }, problem)] } });
    if (data.why === '') return again(phrase('training.mend.why'));
    const isNever = data.amend === 'never';
    const wrong = isNever ? undefined : dayProblem(data.on, localDay(desk.school, desk.now));
    if (wrong) return again(phrase(`training.mend.on-${wrong}`));
    const { certificate, provider, on, why } = data;
    const isSame = fact.on === on && fact.certificate === certificate && fact.provider === provider;
    if (!isNever && isSame) return again(phrase('training.mend.same'));
    const put = isNever ? { on: '', certificate: '', provider: '' } : { on, certificate, provider };
    const { person, training } = fact;
    const next: Fact = {
      person,
      training,
      ...put,
      by: turn.person.id,
      at: afterThe(facts, desk),
      corrects: fact.at,
      why,
    };
    const ops = await keepFact(next, facts, desk);
    return { reply: { here: [correctedView(kept, next)] }, change: { ops } };
  });
}

function correctedView({ person, kind }: OfBoth, { on }: Fact): View {
  const facts = { title: titleOf(kind), name: person.name };
  const line =
    on === '' ? phrase('training.takenBack', facts) : phrase('training.putRight', { ...facts, on: dayInWords(on) });
  return { card: 'training/corrected', data: { person: person.id, line } };
}
