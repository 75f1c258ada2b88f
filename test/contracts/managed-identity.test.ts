import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ACCOUNTS, startAzurite } from './azurite';
import { root, schoolHome } from './cli-terminal';
import { LOOPBACK_TLS } from './loopback-tls';

/*
 * The whole way, in a process of its own: the platform's own address for a managed identity (as App Service and Container
 * Apps offer it) gives a token, and with it the emulator lets Lantern in, over TLS.
 */

const run = promisify(execFile);
const SECRET = 'what the platform tells this program alone';

let identity: Server;
let env: NodeJS.ProcessEnv;
let asked: string[];
let audience: string;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-tls-'));
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  writeFileSync(cert, LOOPBACK_TLS.cert);
  writeFileSync(key, LOOPBACK_TLS.key);
  const port = await startAzurite(['--oauth', 'basic', '--cert', cert, '--key', key]);
  identity = createServer((request, response) => {
    asked.push(request.url ?? '');
    const isOurs = request.headers['x-identity-header'] === SECRET;
    response.writeHead(isOurs ? 200 : 403, { 'content-type': 'application/json' });
    const expires_on = Math.floor(Date.now() / 1000) + 3600;
    response.end(JSON.stringify({ access_token: tokenUntil(expires_on), expires_on, token_type: 'Bearer' }));
  });
  await new Promise<void>((resolve) => identity.listen(0, '127.0.0.1', resolve));
  env = {
    PATH: process.env.PATH,
    ...schoolHome(),
    LANTERN_KEY: 'a secret for this test alone',
    AZURE_TABLES_ENDPOINT: `https://127.0.0.1:${port}/${ACCOUNTS[0]}`,
    IDENTITY_ENDPOINT: `http://127.0.0.1:${(identity.address() as AddressInfo).port}/msi/token`,
    IDENTITY_HEADER: SECRET,
    NODE_EXTRA_CA_CERTS: cert,
  };
}, 60_000);

beforeEach(() => {
  asked = [];
  audience = 'https://storage.azure.com';
});

afterAll(async () => {
  identity.closeAllConnections();
  await new Promise((resolve) => identity.close(resolve));
});

/** Signed by nobody: the emulator looks at what it says, as its page tells. */
function tokenUntil(exp: number): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { aud: audience, iss: 'https://sts.windows.net/a-tenant/', nbf: exp - 3700, iat: exp - 3700, exp };
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.${Buffer.from('a signature').toString('base64url')}`;
}

async function lantern(...words: string[]): Promise<{ code: number; out: string; told: string }> {
  try {
    const { stdout, stderr } = await run(process.execPath, ['dist/bot/cli.js', ...words], { cwd: root, env });
    return { code: 0, out: stdout, told: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, told: stderr };
  }
}

describe('Azure Tables under the managed identity of the machine', () => {
  it('keeps and finds a school without any password in the settings', async () => {
    const first = await lantern('verify');
    const second = await lantern('verify');

    expect(first).toMatchObject({ code: 0, told: '' });
    expect(second.out).toContain('elm');
    expect(asked[0]).toContain('resource=https%3A%2F%2Fstorage.azure.com');
  }, 60_000);

  it('is not let in with a token for something else', async () => {
    audience = 'https://vault.azure.net';

    const { code, out, told } = await lantern('verify');

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(told).toContain('Lantern could not go on');
  }, 60_000);
});
