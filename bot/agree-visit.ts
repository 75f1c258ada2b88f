import { phrase } from '../cards/view';
import { askPage, posterPage, receiptPage } from '../handlers/agreement/visitor/page';
import { actOfForm, takeAgreement } from '../handlers/agreement/visitor/taking';
import type { Act } from '../handlers/agreement/schema';
import { problemsOf, type Typed, typedIn } from '../handlers/agreement/visitor/typed';
import type { AgreeLinks } from '../infra/agree-links';
import { commitChange } from '../infra/outbox';
import type { Html } from '../pages/html';
import type { Place } from './agree-place';
import type { TooOften } from './agree-rate';

/** What is shown, and under which status. */
export interface Shown {
  readonly status: 200 | 409 | 422;
  readonly page: Html;
}

/** The page as it is first opened, or the code to print. */
export function visit({ opened, desk, say, link, isPoster }: Place, links: AgreeLinks): Html {
  if (isPoster) return posterPage(opened, links.address(link), desk, say);
  return askPage(opened, links.form(link, opened.wording.words.hash, desk.now), desk, say);
}

/**
 * What somebody sent: kept, and their receipt; or the page again with what they typed. The same form once more shows
 * the same receipt to the same person, and words that were replaced meanwhile are shown before anybody agrees to them.
 * @param tooOften asked of a form that would be kept, and of no other: what anybody can send who stands before a poster
 * must not keep others from signing.
 */
export async function takeForm(
  sent: URLSearchParams,
  place: Place,
  links: AgreeLinks,
  tooOften: () => TooOften | undefined,
): Promise<Shown | TooOften> {
  const { opened, desk, say, link, household } = place;
  const { hash } = opened.wording.words;
  const typed = typedIn((name) => sent.get(name) ?? '');
  const again = (status: 409 | 422, more: Parameters<typeof askPage>[4]): Shown => ({
    status,
    page: askPage(opened, links.form(link, hash, desk.now), desk, say, { typed, ...more }),
  });

  const words = sent.get('words') ?? '';
  const form = links.formId(sent.get('form') ?? '', link, words, desk.now);
  const before = form && (await actOfForm(form, desk));
  if (before && isSame(before, typed)) return { status: 200, page: await receiptPage(before, desk, say) };
  // The next person at a shared screen went back to the form of the one before, whose receipt is none of theirs.
  if (before) return again(409, { typed: { ...typed, read: false }, notice: phrase('agreePage.used') });
  // Nobody has agreed to words that they have not seen: the tick is theirs to set anew.
  if (words !== hash && /^[0-9a-f]{64}$/.test(words))
    return again(409, { typed: { ...typed, read: false }, notice: phrase('agreePage.changed') });
  if (!form) return again(409, { notice: phrase('agreePage.stale') });
  const problems = problemsOf(typed, desk.school.visitors.designations);
  if (Object.keys(problems).length > 0) return again(422, { problems });
  const refused = tooOften();
  if (refused) return refused;

  const { act, ops } = await takeAgreement(opened, typed, form, desk);
  await commitChange(household.school.id, household.records, { ops }, act.at);
  // The words of a first act are kept with it, and are read back from there.
  return { status: 200, page: await receiptPage(act, desk, say) };
}

function isSame({ typedName, designation = '', organisation = '' }: Act, typed: Typed): boolean {
  return typedName === typed.name && designation === typed.designation && organisation === typed.organisation;
}
