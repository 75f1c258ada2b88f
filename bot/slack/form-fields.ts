import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SlackModal } from '../../cards/slack-kit';

const Values = z.record(z.string(), z.unknown());

/** Stands between a field's name and the mark of its card; no field has it in its name. */
const MARK = '~';

/**
 * When one form takes the place of another, Slack keeps what was typed in every field whose block id stays the same.
 * That is right while a form is redrawn, and wrong between two forms that both have a "text": each card has its mark.
 */
export function markFields(modal: SlackModal, card: string): SlackModal {
  const mark = createHash('sha256').update(card).digest('hex').slice(0, 8);
  const blocks = modal.blocks.map((block) =>
    block.type === 'input' ? { ...block, block_id: `${block.block_id}${MARK}${mark}` } : block,
  );
  return { ...modal, blocks };
}

/** The values of a form under the names that its card gave the fields. @throws when it is no such state. */
export function fieldNames(values: unknown): Record<string, unknown> {
  const entries = Object.entries(Values.parse(values ?? {}));
  return Object.fromEntries(entries.map(([name, value]) => [name.split(MARK)[0] ?? name, value]));
}
