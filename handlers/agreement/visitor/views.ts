import { DateTime } from 'luxon';
import { type Datum, type Phrase, phrase, type View } from '../../../cards/view';
import { sayDay, sayMoment } from '../../../domain/when';
import type { Desk } from '../../capability';
import { type Wording, wordings } from '../asking';
import { linksOf } from './links';
import { stateOf } from './rules';
import type { Link } from './schema';

/**
 * One link, with its page and the code to print while it works.
 * @param made by this press, or by the one before with the same form.
 */
export async function linkView(link: Link, desk: Desk, made?: 'new' | 'again'): Promise<View> {
  const { id, agreement, until } = link;
  const isOpen = stateOf(link, desk) === 'open';
  const pages = isOpen ? desk.agreePage?.({ agreement, link: id, until }) : undefined;
  return {
    card: 'visitor/link',
    data: {
      link: id,
      heading: phrase(`visitor.linkIs.${made ?? 'known'}`),
      isMade: made !== undefined,
      tone: made ? 'good' : 'default',
      ...(await factsOf(link, desk)),
      page: pages?.page ?? '',
      poster: pages?.poster ?? '',
      isOpen,
    },
  };
}

/** Asked before the end: what was printed stops working, and nothing takes that back. */
export async function endingView(link: Link, desk: Desk): Promise<View> {
  return { card: 'visitor/ending', data: { link: link.id, ...(await factsOf(link, desk)) } };
}

export async function linksView(desk: Desk, after?: string): Promise<View> {
  const { links, after: next } = await linksOf(desk, after);
  const all = await wordings(desk);
  return {
    card: 'visitor/links',
    data: {
      links: links.map((link) => ({ link: link.id, ...factsAmong(link, all, desk) })),
      isEmpty: links.length === 0,
      after: next ?? '',
    },
  };
}

async function factsOf(link: Link, desk: Desk) {
  return factsAmong(link, await wordings(desk), desk);
}

function factsAmong(link: Link, all: readonly Wording[], desk: Desk): Record<string, Datum> {
  const title = all.find(({ entry }) => entry.id === link.agreement)?.title ?? link.agreement;
  return {
    title: link.label ? phrase('visitor.labelled', { label: link.label, title }) : title,
    state: stateLine(link, desk),
    covers: phrase(`visitor.covers.${link.holds}`),
    count: phrase('visitor.count', { agreed: link.agreed }),
  };
}

function stateLine(link: Link, desk: Desk): Phrase {
  const { zone } = desk.now;
  // It ends with the day: the instant itself belongs to the next one.
  const last = DateTime.fromSeconds(link.until - 1, { zone });
  const state = stateOf(link, desk);
  if (!link.ended) return phrase(`visitor.state.${state}`, { day: sayDay(last) });
  return phrase('visitor.state.ended', { when: sayMoment(DateTime.fromISO(link.ended.at, { zone }), desk.now) });
}
