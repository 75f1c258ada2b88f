import { webApi } from '@slack/bolt';
import { Refused } from '../channel';

/** Slack did not take it, in Slack's own word for why. */
export class SlackRefused extends Refused {
  constructor(
    readonly reason: string,
    status: number,
    final: boolean,
    quietFor?: number,
  ) {
    super(status, final, quietFor);
  }
}

/** Asking again in a moment does not help: nobody there, not let in, or a message that Slack will never take. */
const FINAL: Readonly<Record<string, number>> = {
  account_inactive: 403,
  cannot_dm_bot: 403,
  cant_update_message: 403,
  edit_window_closed: 403,
  invalid_auth: 403,
  messages_tab_disabled: 403,
  missing_scope: 403,
  not_authed: 403,
  not_in_channel: 403,
  restricted_action: 403,
  token_expired: 403,
  token_revoked: 403,
  user_disabled: 403,
  user_not_in_channel: 403,
  channel_not_found: 404,
  message_not_found: 404,
  user_not_found: 404,
  users_not_found: 404,
  is_archived: 410,
  invalid_blocks: 422,
  msg_too_long: 422,
};

const TOO_MANY = 429;
/** When Slack does not say for how long. */
const QUIET_UNLESS_TOLD = 5;
/** As gateways say it: the other side made no sense, or did not answer in time. */
const NONSENSE = 502;
const SILENCE = 504;

/** What a call to Slack failed with, as the house knows it. The client's own error is dropped: it may hold the card. */
export function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error;
  if (error instanceof webApi.WebAPIRateLimitedError)
    return new SlackRefused('ratelimited', TOO_MANY, false, error.retryAfter);
  if (error instanceof webApi.WebAPIPlatformError) return refusedFor(error.data.error);
  if (error instanceof webApi.WebAPIHTTPError) return new SlackRefused('http', error.statusCode, false);
  if (error instanceof webApi.WebAPIRequestError) return new SlackRefused('silence', SILENCE, false);
  return new SlackRefused('nonsense', NONSENSE, false);
}

function refusedFor(reason: string): SlackRefused {
  if (reason === 'ratelimited' || reason === 'rate_limited')
    return new SlackRefused(reason, TOO_MANY, false, QUIET_UNLESS_TOLD);
  const status = FINAL[reason];
  return new SlackRefused(reason, status ?? NONSENSE, status !== undefined);
}
