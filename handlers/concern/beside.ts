import { type Message, standing } from '../../infra/outbox';
import { prefixRange } from '../../infra/prefix';
import type { Desk } from '../capability';
import { isTechnician, mayOpen } from './rules';
import type { Concern } from './schema';
import { number, URGENT } from './telling';
import { TECHNICAL } from './telling-technician';

/** More urgent messages about one concern than anybody is sent. */
const MOST = 500;

/**
 * Takes everything off the cards that stand with people beside the one that changes with the concern (urgent messages,
 * the technical view) where whoever has one may not have it any more (P2). Asked of what was really posted: why somebody
 * was once told is no matter.
 */
export async function blanksBeside(after: Concern, desk: Desk): Promise<(kept: Concern) => Message[]> {
  const { school, now, records } = desk;
  const own = `concern.${after.ref}.`;
  const { rows } = await records.peek({ ...prefixRange(standing(own)), limit: MOST });
  const lost = rows.flatMap(({ key }) => {
    const [slot = '', to = ''] = key.slice(standing('').length).split('|');
    const person = to.replace(/^person\./, '');
    const kind = slot.slice(own.length).split('.')[0];
    if (kind !== URGENT && kind !== TECHNICAL) return [];
    if (mayOpen(person, after, school, now)) return [];
    return kind === TECHNICAL && isTechnician(person, after, school, now) ? [] : [{ slot, person, kind }];
  });
  return (kept) =>
    lost.map(({ slot, person, kind }) => ({
      // After whatever an urgent message was called, since nothing follows it there; a technical view may come again.
      id: `${kept.ref}.${kind === URGENT ? `~gone.${slot}.` : ''}${number(kept)}.${kind}.${person}`,
      to: { person },
      view: { card: 'concern/blank', data: {} },
      slot,
    }));
}
