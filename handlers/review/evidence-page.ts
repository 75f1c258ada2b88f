import { type Phrase, phrase } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import { dayInWords } from '../../domain/when';
import { findingsIn } from '../../library';
import type { Desk } from '../capability';
import { sayFindings } from '../findings-said';
import { countedLines, factLines, sinceOf, sinceWhat } from './evidence';
import { historyLines } from './history';
import { findStanding, type Standing } from './standing';
import { dueLine } from './views';

/** As much as a meeting looks through. */
const MOST_FINDINGS = 40;

export interface EvidencePage {
  readonly title: string;
  readonly intro: Phrase;
  readonly sections: readonly { readonly title: Phrase; readonly lines: readonly (string | Phrase)[] }[];
}

/** Everything that a review should know, to print for a meeting: numbers, dates and what is worth a look. */
export async function evidencePage(policyId: string, desk: Desk): Promise<EvidencePage | undefined> {
  const standing = await findStanding(policyId, desk);
  if (!standing) return undefined;
  return {
    title: standing.policy.title,
    intro: dueLine(standing, desk),
    sections: [
      { title: phrase('review.page.review'), lines: await factLines(standing, desk) },
      { title: evidenceTitle(standing, desk), lines: await countedLines(standing, desk) },
      { title: phrase('review.page.findings'), lines: findingLines(standing, desk) },
      {
        title: phrase('review.page.history'),
        lines: (await historyLines(standing, desk, 'onPage')).map(({ line }) => line),
      },
    ],
  };
}

function evidenceTitle(standing: Standing, { now }: Desk): Phrase {
  return phrase(`review.page.evidence.${sinceWhat(standing)}`, { date: dayInWords(sinceOf(standing, now)) });
}

function findingLines({ policy }: Standing, { library, school, now }: Desk): Phrase[] {
  const held = library.policy(policy.id);
  if (!held) return [];
  return sayFindings(findingsIn(held.document, localDay(school, now)), held.document)
    .slice(0, MOST_FINDINGS)
    .map(({ words, place, line }) =>
      phrase('review.page.finding', { words, place, line, hasPlace: place ? 'yes' : 'no' }),
    );
}
