import type { RecordOp } from '../../infra/records';
import type { Desk } from '../capability';
import { Address } from './schema';

/** The generation of an office's calendar whose address holds. */
export async function generationOf(office: string, { records }: Pick<Desk, 'records'>): Promise<number> {
  const kept = await records.get(key(office));
  return kept ? Address.parse(kept.value).generation : 1;
}

/** Ends the address that holds: the next one is of another generation. */
export async function endAddress(office: string, { records }: Pick<Desk, 'records'>): Promise<RecordOp> {
  const kept = await records.get(key(office));
  if (!kept) return { op: 'insert', key: key(office), value: { generation: 2 } };
  const value = { generation: Address.parse(kept.value).generation + 1 };
  return { op: 'update', key: key(office), value, etag: kept.etag };
}

function key(office: string): string {
  return `calendar|${office}`;
}
