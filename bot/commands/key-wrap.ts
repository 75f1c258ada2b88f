import { randomBytes } from 'node:crypto';
import { isVaultKey, isWrappedByVault, openKeyVault } from '../../infra/key-vault';
import { knownMasterKey } from '../../infra/master-key';
import { readSettings } from '../config';
import { readWords, type Terminal, WrongWords } from './command';

const KEY_BYTES = 32;

/**
 * Has the key of this Lantern wrapped by a key in Azure Key Vault, or a new one where there is none yet. Nothing is kept or
 * changed: what is printed is the LANTERN_KEY to set, and it is worth nothing without the vault.
 */
export async function wrapMasterKey(words: readonly string[], terminal: Terminal): Promise<number> {
  const [address = ''] = readWords(words, {}).positionals;
  if (words.length !== 1 || !isVaultKey(address))
    throw new WrongWords(
      'key wrap is followed by the address of a key, such as https://name.vault.azure.net/keys/lantern',
    );
  const { home, key } = readSettings(terminal.env);
  if (isWrappedByVault(key ?? ''))
    throw new WrongWords('LANTERN_KEY is wrapped already: set it to the secret of before, or to a new one');
  const known = await knownMasterKey(home, key);
  const wrapped = await (terminal.vault ?? openKeyVault)(address).wrap(known ?? randomBytes(KEY_BYTES));
  terminal.print(`AZURE_KEY_VAULT_KEY=${address}`);
  terminal.print(`LANTERN_KEY=${wrapped}`);
  terminal.tell(known ? SAME : NEW);
  return 0;
}

const SAME =
  'Set both. It is the key that was used so far, so everything opens as before; keep a copy of the secret of before as long as you keep backups, or put it out of reach.';
const NEW = 'Set both. It is a new key: what another key has locked does not open with it.';
