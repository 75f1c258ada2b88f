import { type Datum, phrase, type View } from '../../../../cards/view';
import { routeConcern } from '../../../../domain/routes';
import { sayInstant } from '../../../../domain/when';
import type { Desk } from '../../../capability';
import { inert } from '../../../../domain/address';
import { matterOf, mayLead } from '../../rules';
import { atSchool, sayDayOf, sayOutside } from '../../shown';
import type { KeptCase } from '../finding';
import { nameOf } from '../names';
import type { Investigation, Look } from '../schema';
import { whyNotLookedAt } from './offered';
import { namesIn } from './people';
import { currentOf, isRunning, whyNotLooking } from './running';
import { cares } from './care';

/** Looks are long, and Slack takes so much in one card. */
const PAGE = 4;

/** The investigation as it stands: who looks on which computer, what is done and what is not, and each look. To print or to sign. */
export function trailView(
  kept: Pick<KeptCase, 'concern' | 'work'>,
  desk: Desk,
  person: string,
  problem: Datum = '',
  before = Number.POSITIVE_INFINITY,
): View {
  const { concern, work } = kept;
  const current = currentOf(work);
  const runs = isRunning(current);
  const mayLook = whyNotLooking(kept, desk) === undefined;
  const wasStopped = current?.stopped !== undefined;
  const isOpen = concern.state !== 'closed';
  const isLead = mayLead(person, concern, desk.school, desk.now);
  const older = (current?.looks ?? []).filter(({ n }) => n < before).reverse();
  const shown = older.slice(0, PAGE);
  return {
    card: 'concern/investigation',
    data: {
      ref: concern.ref,
      problem,
      stopped: (wasStopped ? stopLines(kept, desk) : []).map((line) => ({ line })),
      standing: standingOf(current, desk).map((line) => ({ line })),
      cares: cares(work).map(({ care, done }) => ({ line: careLine(phrase(`care.${care}`), done, desk) })),
      looks: shown.map((look) => ({ line: lookLine(look, current, desk) })),
      before: String(shown.at(-1)?.n ?? 1),
      earlier: older.length > PAGE,
      isRunning: runs && isOpen,
      mayRefer: isOpen && isLead && wasStopped,
      mayDevice: isOpen && isLead && wasStopped,
      mayLog: isOpen && mayLook,
      mayTick: isOpen && cares(work).some(({ done }) => !done),
      mayConclude: isOpen && isLead && mayLook,
      mayStart: isOpen && isLead && !mayLook && !wasStopped && whyNotLookedAt(concern) === undefined,
    },
  };
}

/** What follows a stop, in the order in which it is done. */
function stopLines({ concern, work }: Pick<KeptCase, 'concern' | 'work'>, desk: Desk): Datum[] {
  const { stopped } = currentOf(work) ?? {};
  const { outOfHours, end } = routeConcern(desk.school, matterOf(concern), desk.now);
  const outside = sayOutside(outOfHours ?? end) || phrase('outside.childrensServices');
  const at = stopped ? sayInstant(atSchool(stopped.at, desk)) : '';
  return [
    phrase('investigation.stop.nobody', { at, by: nameOf(stopped?.by, desk) }),
    phrase('investigation.stop.police'),
    phrase('investigation.stop.device'),
    phrase('investigation.stop.never'),
    phrase('investigation.stop.outside', { outside }),
    phrase('investigation.stop.write'),
  ];
}

/** Who looks, where, since when, and how it ended. */
export function standingOf(current: Investigation | undefined, desk: Desk, sayAt = sayInstant): Datum[] {
  if (!current) return [phrase('investigation.none')];
  const { people, computer, at, by, ended } = current;
  const since = sayAt(atSchool(at, desk));
  return [
    phrase('investigation.people', { people: namesIn(people, desk) }),
    phrase('investigation.computer', { computer }),
    phrase('investigation.since', { at: since, by: nameOf(by, desk) }),
    ...(ended ? [endLine(ended, desk, sayAt)] : []),
  ];
}

function endLine(
  { substance, why, people, next, at }: NonNullable<Investigation['ended']>,
  desk: Desk,
  sayAt: typeof sayInstant,
): Datum {
  return phrase('investigation.ended', {
    substance: phrase(`substance.${substance}`),
    why,
    people: namesIn(people, desk),
    at: sayAt(atSchool(at, desk)),
    police: next.includes('police') ? 'yes' : 'no',
    council: next.includes('council') ? 'yes' : 'no',
    internal: next.includes('internal') ? 'yes' : 'no',
  });
}

export function careLine(
  what: Datum,
  done: { by: string; at: string } | undefined,
  desk: Desk,
  sayAt = sayInstant,
): Datum {
  if (!done) return phrase('investigation.toDo', { what });
  return phrase('investigation.done', { what, by: nameOf(done.by, desk), at: sayAt(atSchool(done.at, desk)) });
}

/** One look; that it was on another computer is said (P10), and no address can be pressed. */
export function lookLine(
  { n, who, on, when, computer, address, what }: Look,
  current: Investigation | undefined,
  desk: Desk,
): Datum {
  return phrase(current?.computer === computer ? 'investigation.look' : 'investigation.lookElsewhere', {
    n,
    people: namesIn(who, desk),
    on: sayDayOf(on),
    when,
    computer,
    address: inert(address),
    what: inert(what),
  });
}
