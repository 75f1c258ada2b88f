import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Rows of requests that were taken: `alert-seen|<signature>`. The same request never counts twice. */
export const ALERT_SEEN = 'alert-seen|';

/** A sender's clock and ours may differ by this much. */
export const ALERT_WITHIN_SECONDS = 5 * 60;

/** What a filter, or a tool between, says beside the body of an alert. */
export interface AlertHeaders {
  readonly school: string;
  /** Seconds since 1970. */
  readonly timestamp: string;
  /** `v1=` and HMAC-SHA-256, in hex, of the timestamp, a full stop and the body. */
  readonly signature: string;
}

/** Knows the secret with which each school's filter signs. */
export interface AlertSigning {
  /** @param version of the school file (`alerts.secret`): another number is another secret. */
  secretOf(school: string, version: number): string;
  /**
   * Whether the filter of this school sent this, about now.
   * @param nowSeconds of the wall: the sender's clock is there, also in a demonstration.
   * @returns what the request is known by, or undefined for whatever is wrong with it.
   */
  seal(headers: AlertHeaders, body: Buffer, version: number, nowSeconds: number): string | undefined;
}

const SECRET_BYTES = 32;

/** @param masterKey 32 bytes from `masterKeyFrom`: each school's secret is derived from it (HKDF, RFC 5869), none is kept. */
export function openAlertSigning(masterKey: Buffer): AlertSigning {
  function secretOf(school: string, version: number): string {
    const key = hkdfSync('sha256', masterKey, '', `lantern filter alerts ${version}|${school}`, SECRET_BYTES);
    return Buffer.from(key).toString('base64url');
  }

  return {
    secretOf,
    seal({ school, timestamp, signature }, body, version, nowSeconds) {
      const expected = signAlert(secretOf(school, version), timestamp, body);
      // The signature first, in the same time for any: whoever has none learns nothing.
      const isOurs = isSame(signature.toLowerCase(), `v1=${expected}`);
      const isNow = /^\d{10}$/.test(timestamp) && Math.abs(nowSeconds - Number(timestamp)) <= ALERT_WITHIN_SECONDS;
      return isOurs && isNow ? expected : undefined;
    },
  };
}

/** What a sender puts behind `v1=`. */
export function signAlert(secret: string, timestamp: string, body: Buffer | string): string {
  return createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex');
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
