import type { IncomingMessage, ServerResponse } from 'node:http';
import { type BufferedIncomingMessage, HTTPModuleFunctions, isRawBodyError } from '@slack/bolt';
import { openReplays } from './replays';
import { translate } from './translate';

/** Bytes of one request. A message has at most 40,000 characters, and JSON may take six bytes for each. */
const LARGEST_BODY = 1024 * 1024;
/** Slack's clock and ours may differ by this much; Bolt looks only into the past. */
const AHEAD_SECONDS = 5 * 60;

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Stands before Bolt's receiver and lets in what Slack signed, once, and what makes sense. Everything else is answered
 * with a bare status.
 * @param letIn takes a request whose body has been read and found good.
 */
export function openGate(
  signingSecret: string,
  letIn: (request: BufferedIncomingMessage, response: ServerResponse) => void,
): Handle {
  const replays = openReplays();

  async function check(request: IncomingMessage, response: ServerResponse): Promise<number | undefined> {
    if (request.method !== 'POST') return 405;
    // Bolt knows the two kinds of body by their bare names only.
    request.headers['content-type'] = request.headers['content-type']?.split(';')[0]?.trim();
    const read = await readSigned(request, signingSecret);
    if (typeof read === 'number') return read;
    const body = attempt(() => HTTPModuleFunctions.parseHTTPRequestBody(read));
    if (isGreeting(body)) {
      letIn(read, response);
      return undefined;
    }
    if (Number(request.headers['x-slack-request-timestamp']) > Date.now() / 1000 + AHEAD_SECONDS) return 401;
    const translation = translate(body);
    if (translation === 'malformed') return 400;
    const signature = String(request.headers['x-slack-signature']);
    if (translation === 'passed over' || !replays.isNew(signature)) return 200;
    response.once('close', () => {
      if (!response.writableFinished || response.statusCode >= 400) replays.forget(signature);
    });
    letIn(read, response);
    return undefined;
  }

  return async function handle(request, response) {
    const status = await check(request, response);
    if (status === undefined) return;
    // What was not read to its end is not waited for.
    if (!request.complete) response.setHeader('connection', 'close');
    response.writeHead(status).end();
  };
}

/** The body when its signature is good, and 401 or 413 when not. Bolt's own rule: the past five minutes. */
async function readSigned(request: IncomingMessage, signingSecret: string): Promise<BufferedIncomingMessage | number> {
  try {
    const how = { enabled: true, signingSecret, bodyLimit: LARGEST_BODY };
    return await HTTPModuleFunctions.parseAndVerifyHTTPRequest(how, request);
  } catch (error) {
    return isRawBodyError(error) ? error.statusCode : 401;
  }
}

/** Slack asks whether we are there, when the address is set and now and then. Bolt answers. */
function isGreeting(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  return ('ssl_check' in body && body.ssl_check === '1') || ('type' in body && body.type === 'url_verification');
}

function attempt<Read>(read: () => Read): Read | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
