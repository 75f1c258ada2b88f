import { z } from 'zod';
import { type Datum, phrase, type View } from '../../../cards/view';
import type { Desk, Outcome, Verb } from '../../capability';
import { LINK_FOR, likeCases } from '../find/likeness';
import { type Concern, Ref, Which } from '../schema';
import { type CasePress, caseVerb } from './case-verb';
import { keep } from './keeping';
import { linksFor, onOtherSide, otherCase } from './links';

/** As many links as a case shows by itself; the page of links has them all. */
const SHOWN = 3;

/** Linked cases on the case itself, and for those who lead it what may belong to it as well. */
export async function linkLines(
  concern: Concern,
  person: string,
  isLead: boolean,
  desk: Desk,
): Promise<{ line: Datum }[]> {
  const links = await linksFor(concern, person, desk);
  const likes = isLead && concern.state !== 'closed' ? await likeCases(concern, person, desk) : [];
  const lines: Datum[] = [
    ...links.slice(0, SHOWN).map(({ ref, as }) => phrase('work.linked', { ref, as: phrase(`linkAs.${as}`) })),
    ...(links.length > SHOWN ? [phrase('work.moreLinks', { more: links.length - SHOWN })] : []),
    ...likes.map(({ ref, by }) => phrase(`likeness.${by}`, { ref })),
  ];
  return lines.map((line) => ({ line }));
}

/** Every linked case with a way to it, and what may belong to it: a person decides, at a press. */
async function linksView(concern: Concern, person: string, desk: Desk): Promise<View> {
  const links = await linksFor(concern, person, desk);
  const likes = await likeCases(concern, person, desk);
  const open = (ref: string) => phrase('concern.list.open', { ref });
  return {
    card: 'concern/links',
    data: {
      ref: concern.ref,
      links: links.slice(-MOST).map(({ ref, as }) => ({
        line: phrase('work.linked', { ref, as: phrase(`linkAs.${as}`) }),
        ref: concern.ref,
        other: ref,
        open: open(ref),
      })),
      likes: likes.map(({ ref, by }) => ({
        line: phrase(`likeness.${by}`, { ref }),
        ref: concern.ref,
        other: ref,
        open: open(ref),
        as: LINK_FOR[by],
      })),
    },
  };
}

/** As many as one card holds on either platform, the latest. */
const MOST = 12;

const Unlink = z.object({ ref: Ref, other: Ref });

async function unlink({ kept, data, turn, desk }: CasePress<z.output<typeof Unlink>>): Promise<Outcome> {
  const { concern } = kept;
  const by = turn.person.id;
  const found = await otherCase(data.other, by, desk);
  const links = concern.links.filter(({ ref }) => ref !== data.other);
  // Pressed twice, or made up: what stands is shown again.
  if (!found || links.length === concern.links.length) return { reply: { here: [await linksView(concern, by, desk)] } };
  const theirs = found.concern.links.filter(({ ref }) => ref !== concern.ref);
  const back = { kind: 'unlinked', by, facts: { other: concern.ref } } as const;
  const done = await keep(
    kept,
    {
      concern: { links },
      fact: { kind: 'unlinked', by, facts: { other: data.other } },
      ops: onOtherSide(found, theirs, back, desk),
    },
    desk,
  );
  return { reply: { here: [await linksView(done.concern, by, desk)] }, change: done.change };
}

export const linkVerbs: readonly Verb[] = [
  caseVerb('concern/links', Which, async ({ kept: { concern }, turn, desk }) => ({
    reply: { here: [await linksView(concern, turn.person.id, desk)] },
  })),
  caseVerb('concern/unlink', Unlink, unlink),
];
