import { createHmac } from 'node:crypto';

/** A request as Slack would sign it ("Verifying requests from Slack"). */
export interface SignedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** @param at seconds since 1970; now unless told. */
export function signed(
  body: string,
  type: 'json' | 'form',
  secret: string,
  at = Math.floor(Date.now() / 1000),
): SignedRequest {
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': type === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': `v0=${signature}`,
    },
  };
}
