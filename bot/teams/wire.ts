import { type IncomingMessage, request as plain } from 'node:http';
import { request as encrypted } from 'node:https';
import { z } from 'zod';
import type { Connector } from './adapter';
import { openStopwatch } from '../../infra/stopwatch';
import type { TeamsMessage } from './message';
import { refusedBy, silence } from './refusal';

/** A message and the conversation that it goes to; with `activity` it takes the place of the one that stands there. */
export interface Parcel {
  readonly conversation: string;
  readonly activity?: string;
  readonly message: TeamsMessage;
}

/**
 * Sends once, in our name, and answers with the id of what stands there then; '' where Teams does not tell.
 * @param timeout milliseconds that all of it may take: nothing leaves after them. @throws Refused, or an error of botbuilder's client.
 */
export type Wire = (parcel: Parcel, serviceUrl: string, connector: Connector, timeout: number) => Promise<string>;

const PROXIES = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'] as const;

/**
 * The two requests that carry every card go straight to the connector's REST API. botbuilder's own client takes three times
 * as long over each: it walks the activity against a description of every field, and the request through a dozen policies.
 * Where a proxy is named it still speaks, because it knows the way through.
 */
export function openWire(env: NodeJS.ProcessEnv = process.env): Wire {
  return PROXIES.some((name) => env[name] || env[name.toLowerCase()]) ? throughClient : straight;
}

/** The client's own time limit leaves its timer behind when a request fails, and that holds up the end of the program. */
export function within(milliseconds: number): { abortSignal: AbortSignal } {
  return { abortSignal: AbortSignal.timeout(Math.max(0, Math.floor(milliseconds))) };
}

async function throughClient(
  { conversation, activity, message }: Parcel,
  _serviceUrl: string,
  { conversations }: Connector,
  timeout: number,
): Promise<string> {
  const made = activity
    ? await conversations.updateActivity(conversation, activity, { ...message, id: activity }, within(timeout))
    : await conversations.sendToConversation(conversation, { ...message }, within(timeout));
  return made.id ?? '';
}

async function straight(parcel: Parcel, serviceUrl: string, connector: Connector, timeout: number): Promise<string> {
  const tookMs = openStopwatch();
  const { conversation, activity, message } = parcel;
  const body = Buffer.from(JSON.stringify(activity ? { ...message, id: activity } : message));
  const path = ['v3', 'conversations', conversation, 'activities', ...(activity ? [activity] : [])];
  const url = `${serviceUrl.replace(/\/$/, '')}/${path.map(encodeURIComponent).join('/')}`;
  const headers = {
    ...{ accept: '*/*', 'content-type': 'application/json; charset=utf-8', 'content-length': body.length },
    ...(await signed(connector)),
  };
  // A token may take its time. Whoever waits for this has been told by then that it was too late, and sends it again.
  const leftMs = timeout - tookMs();
  if (leftMs <= 0) throw silence();
  const request = (url.startsWith('https:') ? encrypted : plain)(url, { method: activity ? 'PUT' : 'POST', headers });
  const late = setTimeout(() => request.destroy(), leftMs);
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request.on('response', resolve).on('error', reject).end(body);
    });
    const { statusCode = 0 } = response;
    if (statusCode >= 200 && statusCode < 300) return await idIn(response);
    await read(response).catch(() => undefined);
    throw refusedBy(statusCode, response.headers['retry-after']);
  } finally {
    clearTimeout(late);
  }
}

type Request = Parameters<Connector['credentials']['signRequest']>[0];

/** The credentials write a header into a request of the client's own kind, and look at nothing else of it. */
async function signed({ credentials }: Connector): Promise<Readonly<Record<string, string>>> {
  const signature: Record<string, string> = {};
  const set = (name: string, value: string) => {
    signature[name] = value;
  };
  await credentials.signRequest({ headers: { set } } as unknown as Request);
  return signature;
}

/** Bytes of an answer, which names what was made and no more. */
const LONGEST_ANSWER = 64 * 1024;

async function read(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of response.setEncoding('utf8')) {
    text += part;
    if (text.length > LONGEST_ANSWER) throw new Error('a far too long answer');
  }
  return text;
}

const Made = z.object({ id: z.string() });

/** What is not told of a message that was taken, or breaks off, is no failure of it. */
async function idIn(response: IncomingMessage): Promise<string> {
  try {
    return Made.safeParse(JSON.parse(await read(response))).data?.id ?? '';
  } catch {
    return '';
  }
}
