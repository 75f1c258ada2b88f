import { randomBytes } from 'node:crypto';
import { runCommand } from '../../bot/cli';
import { readSettings } from '../../bot/config';
import { openGround } from '../../bot/ground';
import { openKeyVault, VaultClosed } from '../../infra/key-vault';
import { masterKeyFrom, Unsealable } from '../../infra/seal';
import { newFolder } from './cli-terminal';
import { startVault, type VaultServer } from './key-vault-server';

let server: VaultServer;
const vaultAt = (address: string) => openKeyVault(address, server.credential, server.options);

beforeEach(async () => {
  server = await startVault();
});
afterEach(() => server.stop());

/** `key wrap` as somebody types it. @returns what is to be set. */
async function wrapped(env: NodeJS.ProcessEnv): Promise<Record<string, string>> {
  const lines: string[] = [];
  const code = await runCommand(['key', 'wrap', server.address], {
    env,
    print: (line) => void lines.push(line),
    tell: () => undefined,
    vault: vaultAt,
  });
  expect(code).toBe(0);
  return Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)));
}

describe('A key that is wrapped by Azure Key Vault', () => {
  it('opens with the vault alone, and holds nothing of the key', async () => {
    const key = randomBytes(32);
    const vault = vaultAt(server.address);

    const text = await vault.wrap(key);

    expect(text).toMatch(/^vault\.1{32}\.[\w-]{300,}$/);
    expect(Buffer.from(text.split('.')[2] ?? '', 'base64url').includes(key)).toBe(false);
    expect(await vault.unwrap(text)).toEqual(key);
    await expect(vault.unwrap('vault.elsewhere')).rejects.toThrow(Unsealable);
  });

  it('opens after the vault has renewed its own key, by the version that wrapped it', async () => {
    const key = randomBytes(32);
    const vault = vaultAt(server.address);
    const before = await vault.wrap(key);

    server.renew();
    const after = await vault.wrap(key);

    expect(after).toMatch(/^vault\.2{32}\./);
    expect(await vault.unwrap(before)).toEqual(key);
    expect(await vault.unwrap(after)).toEqual(key);
  });

  it('is what LANTERN_KEY was, so that everything opens as before, and the secret itself stands nowhere', async () => {
    const LANTERN_KEY = 'the secret of this school';
    const env = { LANTERN_HOME: newFolder(), LANTERN_KEY };
    const set = await wrapped(env);

    expect(Object.values(set).join(' ')).not.toContain(LANTERN_KEY);
    const settings = readSettings({ ...env, ...set });
    const ground = await openGround(settings, vaultAt(settings.keyVault ?? ''));
    await ground.store.close();
    expect(ground.masterKey).toEqual(masterKeyFrom(LANTERN_KEY));
  });

  it('is a new one where there was none, and may be the one of before, too', async () => {
    const first = await wrapped({ LANTERN_HOME: newFolder() });
    const second = await wrapped({ LANTERN_HOME: newFolder() });
    expect(first.LANTERN_KEY).not.toBe(second.LANTERN_KEY);

    const settings = readSettings({ ...second, LANTERN_HOME: newFolder(), LANTERN_OLD_KEY: first.LANTERN_KEY });
    const ground = await openGround(settings, vaultAt(server.address));
    await ground.store.close();

    expect(ground.masterKey).toHaveLength(32);
    expect(ground.olderKeys?.map(({ length }) => length)).toEqual([32]);
    expect(ground.olderKeys?.[0]).not.toEqual(ground.masterKey);
  });

  it('is asked of the vault once at the start, however many schools there are', async () => {
    const set = await wrapped({ LANTERN_HOME: newFolder() });
    const before = server.asked.length;

    const ground = await openGround(readSettings({ ...set, LANTERN_HOME: newFolder() }), vaultAt(server.address));
    await ground.store.close();

    expect(server.asked.slice(before).filter((path) => path.endsWith('/unwrapkey'))).toHaveLength(1);
  });

  it('opens nothing while the vault does not answer, and the reason is told in one line', async () => {
    const vault = vaultAt(server.address);
    const text = await vault.wrap(randomBytes(32));
    await server.stop();

    const opened = vaultAt(server.address).unwrap(text);

    await expect(opened).rejects.toThrow(VaultClosed);
    await expect(opened).rejects.toThrow(/^Azure Key Vault did not open https:\/\/lantern-test.*: [^\n]+$/);
    server = await startVault();
    await expect(vaultAt(server.address).unwrap(text)).rejects.toThrow(VaultClosed);
  });

  it.each([
    ['no address', ['key', 'wrap'], {}],
    ['an address of no key', ['key', 'wrap', 'https://lantern-test.vault.azure.net'], {}],
    [
      'a key that is wrapped already',
      ['key', 'wrap', 'https://v.vault.azure.net/keys/a'],
      { LANTERN_KEY: 'vault.1.abc', AZURE_KEY_VAULT_KEY: 'https://v.vault.azure.net/keys/a' },
    ],
  ])('is not made of %s', async (_what, words, env) => {
    const told: string[] = [];
    const printed: string[] = [];
    const code = await runCommand(words, {
      env,
      print: (line) => void printed.push(line),
      tell: (line) => void told.push(line),
      vault: vaultAt,
    });

    expect(code).toBe(2);
    expect(printed).toEqual([]);
    expect(told.length).toBeGreaterThan(0);
  });
});
