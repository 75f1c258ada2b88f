import {
  constants,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
} from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDefaultHttpClient } from '@azure/core-rest-pipeline';
import type { Credential } from '../../infra/azure-client';
import type { openKeyVault } from '../../infra/key-vault';

type Options = NonNullable<Parameters<typeof openKeyVault>[2]>;

const TOKEN = 'a token of this machine';
const VAULT = 'https://lantern-test.vault.azure.net';
const PADDING = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' } as const;

/** Speaks as Azure Key Vault does about one RSA key, which may be renewed; the vault's own name leads to this machine. */
export interface VaultServer {
  readonly address: string;
  readonly credential: Credential;
  readonly options: Options;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
  /** The vault makes a new version of its key, as it does on a day that was set. */
  renew(): void;
  stop(): Promise<void>;
}

export async function startVault(): Promise<VaultServer> {
  const versions = new Map<string, KeyObject>();
  const asked: string[] = [];
  const renew = () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    versions.set(
      String(versions.size + 1).repeat(32),
      createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    );
  };
  renew();

  function answerTo(path: string, body: string): unknown {
    const [, , , named = '', act] = path.split('/');
    const version = named || ([...versions.keys()].at(-1) ?? '');
    const key = versions.get(version);
    if (!key) return undefined;
    const kid = `${VAULT}/keys/lantern/${version}`;
    if (!act)
      return {
        key: { kid, kty: 'RSA', key_ops: ['wrapKey', 'unwrapKey'], ...publicPartOf(key) },
        attributes: { enabled: true },
      };
    try {
      return { kid, value: worked(key, act, body) };
    } catch {
      return undefined;
    }
  }

  function worked(key: KeyObject, act: string, body: string): string {
    const given = Buffer.from(JSON.parse(body).value, 'base64url');
    const done =
      act === 'wrapkey' ? publicEncrypt({ key, ...PADDING }, given) : privateDecrypt({ key, ...PADDING }, given);
    return done.toString('base64url');
  }

  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '', VAULT).pathname;
    const body = await textOf(request);
    if (request.headers.authorization !== `Bearer ${TOKEN}`) {
      const challenge =
        'Bearer authorization="https://login.microsoftonline.com/tenant", resource="https://vault.azure.net"';
      response.writeHead(401, { 'www-authenticate': challenge }).end();
      return;
    }
    asked.push(path);
    const answer = answerTo(path, body);
    const problem = {
      error: { code: 'BadParameter', message: 'The vault has no such key, or it opens nothing here.' },
    };
    response
      .writeHead(answer ? 200 : 400, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer ?? problem));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = createDefaultHttpClient();
  return {
    address: `${VAULT}/keys/lantern`,
    credential: { getToken: async () => ({ token: TOKEN, expiresOnTimestamp: Date.now() + 3_600_000 }) },
    options: {
      retryOptions: { maxRetries: 0 },
      httpClient: {
        async sendRequest(request) {
          const { url } = request;
          Object.assign(request, {
            url: url.replace(VAULT, `http://127.0.0.1:${port}`),
            allowInsecureConnection: true,
          });
          try {
            return await client.sendRequest(request);
          } finally {
            request.url = url;
          }
        },
      },
    },
    asked,
    renew,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function publicPartOf(key: KeyObject) {
  const { n, e } = key.export({ format: 'jwk' });
  return { n, e };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  return text;
}
