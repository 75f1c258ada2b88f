import { type Datum, phrase, type View } from '../../cards/view';
import { belongs } from '../../domain/belonging';
import { localDay } from '../../domain/calendar';
import { findPerson } from '../../domain/people';
import type { Person } from '../../domain/school';
import { kindsFor } from '../../domain/training-dates';
import type { TrainingKind } from '../../domain/training-settings';
import { dayInWords } from '../../domain/when';
import type { Desk, Outcome, Press } from '../capability';
import { type Field, inputOf } from '../fields';
import { keepFor } from './keeping';
import { byUrgency, dayProblem } from './rules';
import { LONGEST, type Recording } from './schema';
import { allStandings } from './standing';
import { needLine, titleOf } from './words';

/** As many choices as both platforms take in one list, beside "everybody". */
const MOST_CHOICES = 99;
/** In place of a person's id: everybody whom the kind is for, as after a day on which all were trained. */
const EVERYBODY = '-everybody-';
/** A choice that is longer does not fit on Slack. */
const LONGEST_CHOICE = 70;

type Typed = Readonly<Record<string, unknown>>;

/** The form: who, on which day, with which certificate and provider. */
export async function recordForm(
  kind: TrainingKind,
  desk: Desk,
  typed: Typed = {},
  problem: Datum = '',
): Promise<View> {
  const fields = await recordFields(kind, desk);
  return {
    card: 'training/record',
    data: {
      training: kind.id,
      title: phrase('training.recordTitle', { title: titleOf(kind) }),
      problem,
      inputs: fields.map((field) => inputOf(field, typed[field.id])),
    },
  };
}

async function recordFields(kind: TrainingKind, desk: Desk): Promise<Field[]> {
  const all = (await allStandings(desk)).filter(({ need }) => need.kind.id === kind.id);
  const choices = [...all]
    .sort((one, other) => byUrgency(one.need, other.need))
    .slice(0, MOST_CHOICES)
    .map(({ person, need }) => ({
      title: all.length > 1 ? shortened(person.name) : needLine(need, person.name),
      value: person.id,
    }));
  const everybody = { title: phrase('training.everybody', { count: all.length }), value: EVERYBODY };
  return [
    {
      id: 'people',
      kind: 'several',
      label: phrase(all.length > MOST_CHOICES ? 'training.field.peopleMany' : 'training.field.people'),
      isNeeded: true,
      choices: all.length > 1 ? [everybody, ...choices] : choices,
    },
    ...doneFields(),
  ];
}

/** What is asked of a training that was done. */
export function doneFields(): Field[] {
  return [
    { id: 'on', kind: 'day', label: phrase('training.field.on'), isNeeded: true },
    { id: 'certificate', kind: 'line', label: phrase('training.field.certificate'), longest: LONGEST.certificate },
    {
      id: 'provider',
      kind: 'line',
      label: phrase('training.field.provider'),
      hint: phrase('training.field.providerHint'),
      longest: LONGEST.provider,
    },
  ];
}

function shortened(name: string): string {
  return name.length <= LONGEST_CHOICE ? name : `${name.slice(0, LONGEST_CHOICE - 1)}…`;
}

/** Keeps what was filled in, or says what to mend. */
export async function record(press: Press<Recording, TrainingKind>): Promise<Outcome> {
  const { data, kept: kind, desk, turn } = press;
  const again = async (problem: Datum) => ({
    reply: { here: [await recordForm(kind, desk, { ...data }, problem)] },
  });
  const chosen = peopleIn(data.people, kind, desk);
  if (chosen.length === 0) return again(phrase('training.mend.people'));
  const wrong = dayProblem(data.on, localDay(desk.school, desk.now));
  if (wrong) return again(phrase(`training.mend.on-${wrong}`));
  if (data.certificate !== '' && chosen.length > 1) return again(phrase('training.mend.oneCertificate'));
  const { on, certificate, provider } = data;
  const done = { training: kind.id, on, certificate, provider, by: turn.person.id };
  const change = await keepFor(
    chosen.map(({ id }) => id),
    done,
    turn.id,
    desk,
  );
  return { reply: { here: [recordedView(kind, on, chosen, change)] }, change };
}

/** Those chosen whom the kind is for now: a choice of an old card may have left meanwhile. */
function peopleIn(text: string, kind: TrainingKind, { school, now }: Desk): Person[] {
  const today = localDay(school, now);
  const isFor = (person: Person) => kindsFor(school, person, today).some(({ id }) => id === kind.id);
  const ids = text.split(',').map((id) => id.trim());
  // Nobody was trained before their first day together with everybody else.
  if (ids.includes(EVERYBODY)) return school.people.filter((person) => isFor(person) && belongs(person, today));
  return [...new Set(ids)].flatMap((id) => findPerson(school, id) ?? []).filter(isFor);
}

function recordedView(
  kind: TrainingKind,
  on: string,
  chosen: readonly Person[],
  { ops = [], jobs = [] }: Awaited<ReturnType<typeof keepFor>>,
): View {
  const isNew = ops.length + jobs.length > 0;
  return {
    card: 'training/recorded',
    data: {
      training: kind.id,
      isNew,
      line: phrase(isNew ? 'training.recordedLine' : 'training.recordedBefore', {
        title: titleOf(kind),
        on: dayInWords(on),
        count: chosen.length,
        name: chosen[0]?.name ?? '',
      }),
    },
  };
}
