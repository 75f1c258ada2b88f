import { DateTime } from 'luxon';
import { type Datum, phrase } from '../../../cards/view';
import { dayInWords, sayDay, sayForYears } from '../../../domain/when';
import { type AgreePage, agreePage } from '../../../pages/agree';
import { agreePoster } from '../../../pages/agree-poster';
import { agreeReceipt } from '../../../pages/agree-receipt';
import type { Html } from '../../../pages/html';
import { sayVersion, versionOf } from '../../../library';
import type { Desk } from '../../capability';
import { wordsOf } from '../acts';
import type { Act } from '../schema';
import { designationOf } from './came';
import { referenceOf } from './rules';
import type { Opened } from './taking';
import { BLANK, type Problems, shownAgain, type Typed } from './typed';

type Say = (datum: Datum) => string;

/** What was sent, and why it is shown again. */
export interface Again {
  readonly typed?: Typed;
  readonly problems?: Problems;
  readonly notice?: AgreePage['notice'];
}

/** The words, the privacy notice and the form. @param form what the form is known by. */
export function askPage(
  { link, wording }: Opened,
  form: string,
  desk: Desk,
  say: Say,
  { typed = BLANK, problems = {}, notice }: Again = {},
): Html {
  const { held, title, words } = wording;
  const { name, visitors } = desk.school;
  const version = versionOf(held);
  const policy = held.policy.title;
  return agreePage({
    schoolName: name,
    title,
    agreement: words,
    version: version
      ? phrase('agreePage.version', { version: sayVersion(version), policy })
      : phrase('agreePage.noVersion', { policy }),
    privacy: [
      phrase('agreePage.privacy.kept'),
      phrase('agreePage.privacy.why'),
      phrase('agreePage.privacy.seen'),
      phrase('agreePage.privacy.howLong', { holds: link.holds, months: visitors.keptMonths }),
      phrase('agreePage.privacy.rights'),
    ],
    designations: visitors.designations.map((value) => ({ value, title: designationOf(value) })),
    typed: shownAgain(typed),
    problems,
    form,
    words: words.hash,
    ...(notice ? { notice } : {}),
    say,
  });
}

/** What the page says once it is kept; also to whoever sends the same form again. */
export async function receiptPage(act: Act, desk: Desk, say: Say): Promise<Html> {
  const at = DateTime.fromISO(act.at, { zone: desk.now.zone });
  const until = act.holdsUntil ? dayInWords(act.holdsUntil) : '';
  const fact = (name: string, value: Datum) => ({ title: phrase(`agreePage.receipt.${name}`), value });
  return agreeReceipt({
    schoolName: desk.school.name,
    facts: [
      fact('reference', referenceOf(act.person)),
      fact('name', act.name),
      fact('as', designationOf(act.designation ?? '')),
      ...(act.organisation ? [fact('organisation', act.organisation)] : []),
      fact('what', act.title),
      fact('when', sayForYears(at)),
      fact('until', until),
      fact('print', act.hash.slice(0, 12)),
    ],
    text: (await wordsOf(act, desk)) ?? '',
    say,
  });
}

/** The sheet with the code for the desk. */
export function posterPage({ link, wording }: Opened, address: string, desk: Desk, say: Say): Html {
  const last = DateTime.fromSeconds(link.until - 1, { zone: desk.now.zone });
  return agreePoster({ schoolName: desk.school.name, title: wording.title, address, until: sayDay(last), say });
}
