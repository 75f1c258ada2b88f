import type { Clause } from './document';
import { rolesIn } from './fact-roles';
import type { AudienceRole, TrainingFact } from './policy-facts';
import { sentencesOf } from './sentences';
import { type Trained, trainedIn } from './training-people';
import { type TrainingTime, timesIn } from './training-times';

const TRAINING =
  /\b(?:train(?:ing|ed|s)?|inset|induction|refreshers?|updates? (?:their )?(?:knowledge|skills)|(?:e-?safety|online safety|internet safety|anti-?bullying) (?:assembl\w+|lessons?|workshops?))\b/i;
const LESSON = /\b(?:assembl\w+|lessons?)\b/i;
const SEPARATOR = /;|,|\b(?:and|but|while|whereas)\b/gi;
const ONLY_JOINED = /^(?:[\s,;.]|\b(?:and|but|while|whereas|for|to|only|do so|also|then|this is)\b)*$/i;
const THEY = /^they\b/i;
/** Between two times of the same training: nothing else is said there. */
const TOGETHER = /^,? (?:and|but) $/i;
/** One office is not all of the people of its kind: it is told in the policy's words alone. */
const OFFICE =
  /\b(?:head ?teachers?|d?dsls?|designated safeguarding \w+|deput(?:y|ies)(?: \w+)?|the (?:[a-z-]+ ){0,3}(?:governor|teacher))\b/gi;

/** In characters. What goes on for longer without a full stop is no sentence, and nobody can be told apart in it. */
const LONGEST = 1500;

/** A stretch of a sentence that gives one time. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly time: TrainingTime;
}

/** How often people are trained, each time with those whom its own sentence ties to it. */
export function trainingIn(clauses: readonly Clause[]): TrainingFact[] {
  return clauses.flatMap((clause) => {
    if (clause.kind === 'row') return [];
    const sentences = sentencesOf(clause.text);
    return sentences.flatMap((sentence, at) => inSentence(sentence, sentences[at - 1] ?? '', clause));
  });
}

function inSentence(sentence: string, before: string, { id, path, intro = '' }: Clause): TrainingFact[] {
  if (sentence.length > LONGEST || !TRAINING.test(sentence)) return [];
  const people = trainedIn(sentence);
  const above = { intro, heading: path.at(-1) ?? '', before };
  return partsOf(sentence, people).flatMap((part) => {
    const within = people.filter(({ from, to }) => from >= part.from && to <= part.to);
    if (!isAboutTraining(sentence, part, within)) return [];
    const who = nearest(within, part) ?? people.findLast(({ to }) => to <= part.from)?.who ?? whoAbove(sentence, above);
    const audience = who === undefined ? unnamed(sentence) : rolesIn(who.replace(OFFICE, ''));
    return [
      { audience, ...(who === undefined ? {} : { who }), howOften: part.time.words, words: sentence, clause: id },
    ];
  });
}

/** Cut between two times, at the first comma or "and" that does not stand within a group of people. */
function partsOf(sentence: string, people: readonly Trained[]): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const time of joined(timesIn(sentence), sentence)) {
    const before = parts.at(-1);
    const cut = before && cutBetween(sentence, before.time.to, time.from, people);
    if (before && cut === undefined) continue;
    if (before && cut !== undefined) parts.splice(-1, 1, { ...before, to: cut });
    from = cut ?? from;
    parts.push({ from, to: sentence.length, time });
  }
  return parts;
}

/** "At regular intervals, and at least annually" is one time. */
function joined(times: readonly TrainingTime[], sentence: string): TrainingTime[] {
  const all: TrainingTime[] = [];
  for (const time of times) {
    const last = all.at(-1);
    const from = last && TOGETHER.test(sentence.slice(last.to, time.from)) ? (all.pop()?.from ?? time.from) : time.from;
    all.push({ words: sentence.slice(from, time.to), from, to: time.to });
  }
  return all;
}

function cutBetween(sentence: string, from: number, to: number, people: readonly Trained[]): number | undefined {
  return [...sentence.matchAll(SEPARATOR)]
    .map(({ index }) => index)
    .find((at) => at >= from && at < to && !people.some((group) => at > group.from && at < group.to));
}

/** "…, and governors every two years" goes on about training, although the word stands before. */
function isAboutTraining(sentence: string, { from, to, time }: Part, within: readonly Trained[]): boolean {
  if (TRAINING.test(sentence.slice(from, to))) return true;
  const [group, ...others] = within;
  if (group === undefined || others.length > 0) return false;
  const said = [time, group].toSorted((first, next) => next.from - first.from);
  const rest = said.reduce((left, { from: at, to: end }) => left.slice(0, at) + left.slice(end), sentence.slice(0, to));
  return ONLY_JOINED.test(rest.slice(from));
}

/** Who is named before a time is meant by it; where nobody is, the next behind it. */
function nearest(within: readonly Trained[], { time }: Part): string | undefined {
  return (within.findLast(({ to }) => to <= time.from) ?? within.find(({ from }) => from >= time.to))?.who;
}

/** What stands above a sentence, and the sentence before it in its clause. */
interface Above {
  readonly intro: string;
  readonly heading: string;
  readonly before: string;
}

/** "They" are the people of the sentence before, where it names one group. */
function theyAre(before: string): string | undefined {
  const [group, ...others] = before.length > LONGEST ? [] : trainedIn(before);
  return others.length === 0 ? group?.who : undefined;
}

/** A list goes on with the people of the line above it; a heading speaks where the sentence names nobody at all. */
function whoAbove(sentence: string, { intro, heading, before }: Above): string | undefined {
  if (THEY.test(sentence)) return theyAre(before);
  const told = trainedIn(intro).at(-1)?.who;
  if (told !== undefined || rolesIn(sentence).length > 0) return told;
  return TRAINING.test(heading) && rolesIn(heading).length > 0 ? heading : undefined;
}

/** A lesson or an assembly is for pupils where the sentence does not say so. */
function unnamed(sentence: string): readonly AudienceRole[] {
  return LESSON.test(sentence) ? ['pupil'] : [];
}
