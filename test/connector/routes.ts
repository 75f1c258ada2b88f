import type { IncomingMessage } from 'node:http';
import { JOB_HEADER, type Recorded } from './record';

/** A request of the bot, as far as the stand-in understands it. */
export interface Requested {
  readonly kind: Recorded['kind'];
  readonly conversation: string;
  readonly activity: string;
  readonly answering: string;
  /** First of the members that are asked for. */
  readonly from: number;
  readonly job?: string;
  readonly body: unknown;
}

const CONVERSATION = /^\/teams\/v3\/conversations\/([^/]+)/;

/** What is asked; `control` when a test speaks; undefined for a path that Teams does not have. */
export async function readRequest(request: IncomingMessage): Promise<Requested | 'control' | undefined> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://here');
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  if (pathname === '/_control') return 'control';
  const text = Buffer.concat(chunks).toString('utf8');
  const body: unknown = text ? JSON.parse(text) : undefined;
  const conversation = decodeURIComponent(CONVERSATION.exec(pathname)?.[1] ?? '');
  const rest = pathname.replace(CONVERSATION, '');
  const job = request.headers[JOB_HEADER];
  const about = {
    conversation,
    ...(typeof job === 'string' ? { job: decodeURIComponent(job) } : {}),
    activity: '',
    answering: '',
    from: Number(searchParams.get('continuationToken') ?? 0),
    body,
  };
  const named = decodeURIComponent(/^\/activities\/([^/]+)$/.exec(rest)?.[1] ?? '');

  if (request.method === 'POST' && pathname === '/teams/v3/conversations') return { ...about, kind: 'create' };
  if (!conversation) return undefined;
  if (request.method === 'POST' && rest === '/activities') return { ...about, kind: 'post' };
  if (request.method === 'POST' && named) return { ...about, kind: 'post', answering: named };
  if (request.method === 'PUT' && named) return { ...about, kind: 'update', activity: named };
  if (request.method === 'DELETE' && named) return { ...about, kind: 'delete', activity: named };
  if (request.method === 'GET' && rest === '/pagedmembers') return { ...about, kind: 'members' };
  return undefined;
}
