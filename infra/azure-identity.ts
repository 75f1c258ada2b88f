import type { Credential } from './azure-client';

let found: Promise<Credential> | undefined;

/**
 * Who this machine is to Azure: its managed identity, or on an administrator's own machine whoever is signed in there
 * (`DefaultAzureCredential`). One for the whole process, because it keeps its tokens. Loaded when it is first asked for: it
 * takes longer to load than Lantern takes to start.
 */
export function azureIdentity(): Promise<Credential> {
  found ??= import('@azure/identity').then(({ DefaultAzureCredential }) => new DefaultAzureCredential());
  return found;
}
