import { randomBytes } from 'node:crypto';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { AdaptiveCard, type Card } from '../../cards/dialect';
import type { Opener } from '../../cards/to-slack';
import type { Household } from '../house';

/*
 * A form cannot stand in a Slack message, so the message has a button, and the form lies sealed in the school's rows
 * until it is pressed. The card itself is kept, not the turn that made it: a form that the outbox sent had no turn,
 * and a turn run again may answer otherwise. The button carries the row's number alone; whose row it is, is known
 * from who presses.
 */

/** The press that opens a kept form; it never reaches a capability. */
export const OPEN_FORM = 'slack/form';

/** Whose form it is: a person's id, or everybody who sees the place that it was posted in. */
export type Owner = { readonly person: string } | 'everyone';

const FormCard = AdaptiveCard.extend({ name: z.string() });
const KeptForm = z.object({ card: FormCard, keptAt: z.string() });

/** Older ones go when a new one is kept: what is asked again comes in a new message. */
const MOST_FORMS = 20;
const DAYS_KEPT = 30;

/** Keeps a form, and lets old ones of the same owner go. Returns the button that opens it. */
export async function keepForm(card: Card, owner: Owner, household: Household, now: DateTime): Promise<Opener> {
  const form = `${now.toMillis().toString(36).padStart(9, '0')}${randomBytes(5).toString('hex')}`;
  const { rows } = await household.records.listPrefix(prefixOf(owner), { limit: 50 });
  const stale = rows.filter(
    ({ value }, index) => rows.length - index >= MOST_FORMS || isStale(KeptForm.safeParse(value).data, now),
  );
  await household.records.commit([
    { op: 'insert', key: `${prefixOf(owner)}${form}`, value: { card, keptAt: now.toUTC().toISO() } },
  ]);
  // Two messages at once may both mean to let the same row go; the later one finds it gone.
  for (const { key, etag } of stale)
    await household.records.commit([{ op: 'delete', key, etag }]).catch(() => undefined);
  return { verb: OPEN_FORM, data: { form } };
}

/** The form behind a button, for the one who pressed it; undefined when it is not theirs or no longer kept. */
export async function keptForm(data: unknown, person: string, household: Household): Promise<Card | undefined> {
  const asked = z.object({ form: z.string().regex(/^[0-9a-z]{19}$/) }).safeParse(data);
  if (!asked.success) return undefined;
  for (const owner of [{ person }, 'everyone'] as const) {
    const row = await household.records.get(`${prefixOf(owner)}${asked.data.form}`);
    const kept = row && KeptForm.safeParse(row.value);
    if (kept?.success) return kept.data.card;
  }
  return undefined;
}

function prefixOf(owner: Owner): string {
  return owner === 'everyone' ? 'form|everyone|' : `form|person.${owner.person}|`;
}

function isStale(form: z.infer<typeof KeptForm> | undefined, now: DateTime): boolean {
  return !form || DateTime.fromISO(form.keptAt) < now.minus({ days: DAYS_KEPT });
}
