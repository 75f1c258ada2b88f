import type { Credential } from './azure-client';
import { withDeadline } from './azure-deadline';
import { azureIdentity } from './azure-identity';
import { Unsealable } from './sealed-text';
import type { Wrapper } from './wrapper';

/** How a key begins that Azure Key Vault has wrapped: it says which version of the vault's key opens it. */
const WRAPPED = /^vault\.([0-9a-f]{1,64})\.([\w-]+)$/;
const ALGORITHM = 'RSA-OAEP-256';
/** Loaded when it is first needed: most have no vault. */
const load = () => import('@azure/keyvault-keys');
type KeyClient = InstanceType<Awaited<ReturnType<typeof load>>['KeyClient']>;
type Options = ConstructorParameters<Awaited<ReturnType<typeof load>>['KeyClient']>[2];

const ADDRESS = /^(https:\/\/[^/]+)\/keys\/([\w-]+)\/?$/;

/** Azure Key Vault did not answer, or did not let us. The message is for the person at the console. */
export class VaultClosed extends Error {
  override readonly name = 'VaultClosed';
}

/** Whether this is what `openKeyVault` gives out for a key, and so worth nothing without the vault. */
export function isWrappedByVault(text: string): boolean {
  return WRAPPED.test(text);
}

/** A key in Azure Key Vault, without a version: `https://NAME.vault.azure.net/keys/KEY`. */
export function isVaultKey(address: string): boolean {
  return ADDRESS.test(address);
}

/**
 * Wraps and unwraps with an RSA key that never leaves Azure Key Vault. What it wrapped says by which version of the key, so
 * that a key that is renewed in the vault goes on opening what it wrapped before.
 * @param address as `isVaultKey` knows it.
 * @param credential who we are to the vault; a managed identity of this machine unless told.
 */
export function openKeyVault(address: string, credential?: Credential, options?: Options): Wrapper {
  const [, vault = '', name = ''] = ADDRESS.exec(address) ?? [];
  let opened: Promise<KeyClient> | undefined;

  async function open(): Promise<KeyClient> {
    const { KeyClient } = await load();
    return new KeyClient(vault, credential ?? (await azureIdentity()), options);
  }

  async function ask<T>(question: (client: KeyClient) => Promise<T>): Promise<T> {
    opened ??= open();
    try {
      return await question(await opened);
    } catch (error) {
      throw new VaultClosed(`Azure Key Vault did not open ${address}: ${reasonOf(error)}`);
    }
  }

  return {
    wrap: (key) =>
      ask(async (client) => {
        const { version } = (await client.getKey(name, withDeadline())).properties;
        const { result } = await client
          .getCryptographyClient(name, { keyVersion: version })
          .wrapKey(ALGORITHM, key, withDeadline());
        return `vault.${version}.${Buffer.from(result).toString('base64url')}`;
      }),
    async unwrap(text) {
      const [, version, wrapped = ''] = WRAPPED.exec(text) ?? [];
      if (version === undefined) throw new Unsealable('This was not wrapped by Azure Key Vault.');
      const { result } = await ask((client) =>
        client
          .getCryptographyClient(name, { keyVersion: version })
          .unwrapKey(ALGORITHM, Buffer.from(wrapped, 'base64url'), withDeadline()),
      );
      return Buffer.from(result);
    },
  };
}

/** A long story of who might have vouched for us begins with the line that matters. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0]?.trim() || 'no reason was given';
}
