import { TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import { conditionalDeletes } from './azure-deletes';

/** A managed identity's, for example: what `@azure/identity` gives out. */
export interface Credential {
  getToken(scopes: string | string[]): Promise<{ readonly token: string; readonly expiresOnTimestamp: number } | null>;
}

export type AzureTables =
  | { readonly connectionString: string }
  /** Without a credential the endpoint carries its own signature (SAS). */
  | { readonly endpoint: string; readonly credential?: Credential };

/** Plain http is for an emulator on this machine; anything else goes over TLS or not at all. */
export function connectTable(where: AzureTables, table: string): TableClient {
  const text = 'endpoint' in where ? where.endpoint : where.connectionString;
  const options: TableServiceClientOptions = {
    allowInsecureConnection: /(^|=)http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/i.test(text),
    retryOptions: { maxRetries: 4, retryDelayInMs: 200, maxRetryDelayInMs: 4000 },
    additionalPolicies: [{ policy: conditionalDeletes, position: 'perCall' }],
  };
  if ('connectionString' in where) return TableClient.fromConnectionString(where.connectionString, table, options);
  if (where.credential === undefined) return new TableClient(where.endpoint, table, options);
  return new TableClient(where.endpoint, table, where.credential, options);
}
