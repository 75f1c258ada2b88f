import { type Logger, webApi } from '@slack/bolt';
import type { z } from 'zod';
import { asRefused, SlackRefused } from './refusal';

/** Slack's Web API. A call is made once: who asks again is the outbox, under the message's own identity. */
export interface SlackWeb {
  /** @throws Refused for whatever reason Slack did not do it. */
  call<Shape extends z.ZodType>(method: string, args: Record<string, unknown>, answer: Shape): Promise<z.output<Shape>>;
  /** Posts to the address that an interaction brought with it. @throws Refused as `call` does. */
  answer(url: string, body: Record<string, unknown>): Promise<void>;
}

const PATIENCE_MS = 3000;

/** How the client is set up wherever it is made: no retries of its own, no waiting, and a word when Slack wants quiet. */
export function clientOptions(apiUrl: string | undefined, logger: Logger): webApi.WebClientOptions {
  return {
    logger,
    retryConfig: { retries: 0 },
    timeout: PATIENCE_MS,
    rejectRateLimitedCalls: true,
    ...(apiUrl && { slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` }),
  };
}

/** @param apiUrl in place of Slack's own, up to and with `/api`. */
export function openWeb(botToken: string, apiUrl: string | undefined, logger: Logger): SlackWeb {
  const client = new webApi.WebClient(botToken, clientOptions(apiUrl, logger));
  return {
    async call(method, args, answer) {
      try {
        return answer.parse(await client.apiCall(method, args));
      } catch (error) {
        throw asRefused(error);
      }
    },
    async answer(url, body) {
      const response = await post(url, body);
      if (!response.ok) throw new SlackRefused('answer', response.status, response.status < 500);
    },
  };
}

async function post(url: string, body: Record<string, unknown>): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch {
    throw new SlackRefused('silence', 504, false);
  }
}
