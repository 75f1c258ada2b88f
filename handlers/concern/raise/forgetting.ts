import { z } from 'zod';
import type { Change } from '../../../infra/outbox';
import type { Desk } from '../../capability';
import { draftKey, draftOf } from './drafts';

const Which = z.object({ person: z.string(), draft: z.string() });

/** A form that was never sent is not kept for ever: it may hold a child's name. */
export async function forgetDraft(data: unknown, desk: Desk): Promise<Change> {
  const { person, draft } = Which.parse(data);
  const kept = await draftOf(person, desk);
  if (!kept || kept.draft.id !== draft) return {};
  return { ops: [{ op: 'delete', key: draftKey(person), etag: kept.etag }] };
}
