import { type Route, routeConcern } from '../../../domain/routes';
import type { Desk, Turn } from '../../capability';
import type { Draft } from '../schema';
import { adultsMeant, isAboutAnAdult } from './adults-meant';
import { routeOfDraft } from './look-view';
import { DangerAbout, Kind, LeftOut, Picked } from './schema';

/**
 * To whom a form would have gone whose press could not be kept, with what was chosen in that very press; one that has no
 * kind yet goes the way of whoever it is about (P2). Undefined where nothing is known of it.
 */
export function routeOfPress(turn: Turn, kept: Draft | undefined, desk: Desk): Route | undefined {
  const draft = asPressed(turn, kept);
  const by = turn.person.id;
  const route = routeOfDraft(draft, by, desk);
  if (route) return route;
  const conflicts = adultsMeant(draft, by, desk);
  if (draft.about === undefined && conflicts.length === 0) return undefined;
  const { school, now } = desk;
  const { about = 'pupil', subject, danger } = draft;
  const category = isAboutAnAdult(draft) ? 'staff-conduct' : 'other';
  const matter = { about, category, conflicts, danger, raisedBy: by, raisedAt: now.toISO() } as const;
  return routeConcern(school, { ...matter, ...(subject ? { subject } : {}) }, now);
}

const NOTHING: Draft = { id: '', startedAt: '', danger: false, conflicts: [], story: {} };

/** The form as this press would have left it; one that cannot be read is what the press says of it. */
function asPressed({ act }: Turn, kept: Draft = NOTHING): Draft {
  const data = act.kind === 'pressed' ? act.data : {};
  const picked = pickedIn(data);
  const isOfAdult = DangerAbout.shape.who.safeParse(data.who).data === 'adult';
  const chosen = isOfAdult ? 'adult' : Kind.shape.about.safeParse(data.about).data;
  const about = chosen ?? kept.about ?? (picked.length > 0 ? 'adult' : undefined);
  const isSame = about === kept.about && !isOfAdult;
  const subject = picked[0] ?? (isSame ? kept.subject : undefined);
  const left = LeftOut.shape.conflicts.safeParse(data.conflicts).data?.split(',').filter(Boolean) ?? [];
  return {
    ...kept,
    about,
    subject,
    ...(isSame ? {} : { area: undefined, category: undefined }),
    conflicts: [...kept.conflicts, ...left, ...picked],
  };
}

function pickedIn(data: Readonly<Record<string, unknown>>): string[] {
  const { subject0, subject1, subject2, subject3 } = Picked.partial().safeParse(data).data ?? {};
  return [subject0, subject1, subject2, subject3].flatMap((id) => id || []);
}
