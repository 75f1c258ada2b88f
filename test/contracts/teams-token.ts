import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Authority } from '../../bot/teams/authentication';

interface Key {
  readonly kid: string;
  readonly secret: KeyObject;
}

/** Whoever signs what Teams sends: an OpenID provider of our own on loopback. */
export interface OwnAuthority {
  readonly authority: Authority;
  /** A header that a bot with this app id believes. Each part can be made wrong. */
  bearer(wrong?: { claims?: Record<string, unknown>; key?: Key; signedBy?: Key }): string;
  /** The same, signed by HMAC with what everybody may know of the good key (RFC 8725, 2.1). */
  confused(known: 'jwk' | 'pem'): string;
  readonly keys: { readonly good: Key; readonly unendorsed: Key; readonly stranger: Key };
  /** How often our own token was asked for. */
  asked(): number;
  stop(): Promise<void>;
}

/** Made once: a new pair takes a noticeable while. */
const KEYS = { good: makeKey('good'), unendorsed: makeKey('unendorsed'), stranger: makeKey('stranger') };

export async function startAuthority(appId: string, serviceUrl: () => string): Promise<OwnAuthority> {
  const keys = KEYS;
  const jwks = [jwk(keys.good, ['msteams']), jwk(keys.unendorsed, ['webchat'])];
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const body = request.url === '/keys' ? { keys: jwks } : { jwks_uri: `http://127.0.0.1:${port}/keys` };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}/issuer`;
  let asked = 0;

  return {
    keys,
    authority: {
      metadataUrl: `http://127.0.0.1:${port}/metadata`,
      issuer,
      async token() {
        asked += 1;
        return 'our-own-token';
      },
    },
    bearer({ claims = {}, key = keys.good, signedBy = key } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const given = { iss: issuer, aud: appId, nbf: now - 60, exp: now + 600, serviceurl: serviceUrl(), ...claims };
      const unsigned = `${encode({ alg: 'RS256', typ: 'JWT', kid: key.kid })}.${encode(given)}`;
      return `Bearer ${unsigned}.${sign('RSA-SHA256', Buffer.from(unsigned), signedBy.secret).toString('base64url')}`;
    },
    confused(known) {
      const now = Math.floor(Date.now() / 1000);
      const claims = { iss: issuer, aud: appId, nbf: now - 60, exp: now + 600, serviceurl: serviceUrl() };
      const unsigned = `${encode({ alg: 'HS256', typ: 'JWT', kid: keys.good.kid })}.${encode(claims)}`;
      const open = createPublicKey(keys.good.secret);
      const secret =
        known === 'pem' ? open.export({ format: 'pem', type: 'spki' }) : String(open.export({ format: 'jwk' }).n);
      return `Bearer ${unsigned}.${createHmac('sha256', secret).update(unsigned).digest('base64url')}`;
    },
    asked: () => asked,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function makeKey(kid: string): Key {
  return { kid, secret: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey };
}

function jwk({ kid, secret }: Key, endorsements: string[]): Record<string, unknown> {
  const { n, e } = secret.export({ format: 'jwk' });
  return { kid, kty: 'RSA', use: 'sig', n, e, endorsements };
}

function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
