import { signAlert } from '../../infra/alert-signing';

/** What a test changes of an honest request. */
export interface Sending {
  readonly school?: string;
  readonly secret?: string;
  /** Seconds since 1970; now, unless told. */
  readonly timestamp?: string;
  readonly signature?: string;
  readonly type?: string;
  /** Sent in place of what was signed. */
  readonly instead?: string;
}

export interface Sent {
  readonly status: number;
  readonly text: string;
  readonly reference: string | undefined;
}

/** The school's web filter, or the tool that speaks for it: signs a body and sends it over HTTP. */
export function openFilter(url: () => string, secret: () => string) {
  return async function send(body: unknown, how: Sending = {}): Promise<Sent> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const timestamp = how.timestamp ?? nowInSeconds();
    const response = await fetch(`${url()}/alerts/filter`, {
      method: 'POST',
      headers: {
        'content-type': how.type ?? 'application/json',
        'x-lantern-school': how.school ?? 'oak-lane',
        'x-lantern-timestamp': timestamp,
        'x-lantern-signature': how.signature ?? `v1=${signAlert(how.secret ?? secret(), timestamp, text)}`,
      },
      body: how.instead ?? text,
    });
    const answer = await response.text();
    return { status: response.status, text: answer, reference: /"reference":"([^"]+)"/.exec(answer)?.[1] };
  };
}

export function nowInSeconds(offset = 0): string {
  return String(Math.floor(Date.now() / 1000) + offset);
}
