import { DateTime } from 'luxon';
import { type Datum, type Phrase, phrase } from '../../cards/view';
import { findPerson } from '../../domain/people';
import type { TrainingNeed } from '../../domain/training-dates';
import type { TrainingKind } from '../../domain/training-settings';
import { USUAL_KINDS } from '../../domain/training-settings';
import { dayInWords, sayDay } from '../../domain/when';
import type { Desk } from '../capability';
import type { Fact } from './schema';

export function titleOf({ id, title }: Pick<TrainingKind, 'id' | 'title'>): Datum {
  return title ?? phrase(`training.usual.${id}`);
}

/** Where the rule comes from; a kind of the school's own has its reason in the school. */
export function sourceOf({ id }: Pick<TrainingKind, 'id'>): Phrase {
  return phrase(USUAL_KINDS.some((kind) => kind.id === id) ? `training.source.${id}` : 'training.ownKind');
}

/** "every year", "every 2 years", "once". */
export function everyOf({ every }: Pick<TrainingKind, 'every'>): Phrase {
  if (every === 'never') return phrase('training.every.once');
  if (every === 'school year') return phrase('training.every.schoolYear');
  const count = Number(every.slice(1, -1));
  return every.endsWith('Y') ? phrase('training.every.years', { count }) : phrase('training.every.months', { count });
}

/** Where somebody stands with a kind, said of `what`: the kind on a person's card, the person on a kind's. */
export function needLine({ state, dueOn, lastOn }: TrainingNeed, what: Datum): Phrase {
  const due = dueOn ? dayInWords(dueOn) : '';
  const last = lastOn ? dayInWords(lastOn) : '';
  if (state === 'missing') return phrase('training.is.missing', { what });
  if (state === 'new') return phrase('training.is.new', { what, due });
  if (state === 'overdue' && last === '') return phrase('training.is.late', { what, due });
  if (state === 'overdue') return phrase('training.is.overdue', { what, due, last });
  if (state === 'soon') return phrase('training.is.soon', { what, due, last });
  return dueOn ? phrase('training.is.current', { what, due, last }) : phrase('training.is.done', { what, last });
}

export function toneOf({ state }: Pick<TrainingNeed, 'state'>): string {
  return state === 'overdue' ? 'attention' : 'default';
}

/** Certificate and provider, as far as they are known. */
export function proofLine({ certificate, provider }: Pick<Fact, 'certificate' | 'provider'>): Phrase | '' {
  if (certificate && provider) return phrase('training.proof.both', { certificate, provider });
  if (certificate) return phrase('training.proof.certificate', { certificate });
  return provider ? phrase('training.proof.provider', { provider }) : '';
}

/** Who recorded it and when, with the reason where it stands in place of something else. */
export function byLine({ by, at, why = '' }: Fact, { school, now }: Desk): Phrase {
  const name = findPerson(school, by)?.name ?? phrase('training.someone');
  const on = sayDay(DateTime.fromISO(at, { zone: now.zone }));
  return why === '' ? phrase('training.recordedBy', { name, on }) : phrase('training.correctedBy', { name, on, why });
}
