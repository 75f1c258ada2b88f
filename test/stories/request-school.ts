import type { World } from '../world';
import { push } from './raise';

export const SITE = {
  address: 'https://www.example.org/maths',
  reason: 'The number games of week 5',
  group: 'Year 4',
  until: '2026-12-04',
};

export const YES = { verdict: 'yes', reason: 'I looked at it, nothing is odd', until: '2026-12-04' };

/** From the command to the receipt; messages that are owed have gone out. */
export async function askFor(
  world: World,
  person: string,
  filled: Record<string, string> = SITE,
  say = 'unblock a site',
) {
  const form = await world.say(person, say);
  const receipt = await push(world, person, form, 'Send', filled);
  await world.settle();
  return { form, receipt, ref: /RQ-\d\d-\d{4}/.exec(receipt.text)?.[0] ?? '' };
}

/** Decided as the card asks for it; the answer has gone out. */
export async function decideOn(world: World, person: string, ref: string, filled: Record<string, string> = YES) {
  const form = await world.press(person, 'request/decide', { request: ref });
  const shown = await push(world, person, form, 'Decide', filled);
  await world.settle();
  return shown;
}

/** The facts of a request as they are kept, oldest first. */
export async function factsOf(world: World, ref: string) {
  const { rows } = await world.records.listPrefix(`request-fact|${ref}|`);
  return rows.map(({ value }) => value as { kind: string; by: string; facts: Record<string, string> });
}
