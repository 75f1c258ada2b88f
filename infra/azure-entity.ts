import type { TableEntity, TableEntityResult } from '@azure/data-tables';
import { NONCE } from './limits';
import type { Row, Value } from './store';

type Found = TableEntityResult<Record<string, unknown>>;

const NOT_THE_CALLERS = new Set(['partitionKey', 'rowKey', 'timestamp', 'etag', 'odata.metadata', NONCE]);

/** A number always goes as a double: untyped, the service takes a whole one for 32 bits and refuses it beyond 2^31. */
export function toEntity(partition: string, key: string, value: Value, nonce: string): TableEntity {
  const properties = Object.entries(value).map(([name, held]) => [
    name,
    typeof held === 'number' ? { type: 'Double', value: held } : held,
  ]);
  return { ...Object.fromEntries(properties), partitionKey: partition, rowKey: key, [NONCE]: nonce };
}

/** @throws Error for a type that no Lantern wrote. */
export function toRow(entity: Found): Row {
  const value: Record<string, string | number | boolean> = {};
  for (const [name, held] of Object.entries(entity)) {
    if (NOT_THE_CALLERS.has(name)) continue;
    if (typeof held !== 'string' && typeof held !== 'number' && typeof held !== 'boolean') {
      throw new Error(`The property ${name} in the table has a type that Lantern does not write.`);
    }
    value[name] = held;
  }
  return { key: entity.rowKey ?? '', etag: entity.etag, value };
}
