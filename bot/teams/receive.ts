import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Channel } from '../channel';
import type { TeamsSettings } from '../config';
import type { House } from '../house';
import { householdOf } from '../schools';
import { comesFromHere } from '../loopback';
import { Activity } from './activity';
import { TeamsAdapter } from './adapter';
import { openAddressBook } from './addresses';
import { type Authority, authenticationFor } from './authentication';
import { readJson } from './body';
import { teamsChannel } from './deliver';
import type { InvokeAnswer } from './invoke';
import { openPost } from './post';
import { mayBeTold } from '../service-hosts';
import { openTurns } from './turns';
import { openSurveyor } from './whereabouts';

export interface Teams {
  /** Answers a request to `/api/messages`. Never rejects, and tells nobody more than a status when something is wrong. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  readonly channel: Channel;
}

/** What came of an activity: the status, and for a press what is shown. */
interface Answer {
  readonly status: number;
  readonly body?: InvokeAnswer;
}

/**
 * Opens the way to and from Teams.
 * @param settings without them there are no tokens to check, so only programs of this machine are let in (fail closed).
 * @param authority who signs and is signed to in place of Microsoft's public cloud.
 */
export function openTeams(house: () => House, settings: TeamsSettings | undefined, authority?: Authority): Teams {
  const adapter = new TeamsAdapter(authenticationFor(settings, authority), settings?.appId);
  const surveyor = openSurveyor();
  const post = openPost(adapter, settings, (school) => householdOf(house(), school ?? ''), surveyor);
  const turns = openTurns(house, post, surveyor, openAddressBook());

  async function take(request: IncomingMessage): Promise<Answer> {
    if (!settings && !comesFromHere(request)) return { status: 403 };
    if (request.method !== 'POST') return { status: 405 };
    const body = await readJson(request);
    if ('problem' in body) return { status: body.problem };
    const { data: activity } = Activity.safeParse(body.value);
    if (!activity) return { status: 400 };
    return admit(request.headers.authorization ?? '', activity);
  }

  async function admit(authorization: string, activity: Activity): Promise<Answer> {
    try {
      await adapter.admit(authorization, activity);
    } catch (error) {
      const status = refusalOf(error);
      house().log('not admitted', { channel: 'teams', status, error });
      return { status };
    }
    return mayBeTold(activity.serviceUrl, settings) ? turns.take(activity) : turnAway();
  }

  /** A good token, and an answer that is wanted at a place which is not Microsoft's: whoever looks after us should see it. */
  function turnAway(): Answer {
    house().log('service address not trusted', { channel: 'teams', status: 403 });
    return { status: 403 };
  }

  return {
    channel: teamsChannel(house, post, surveyor),
    async handle(request, response) {
      let answer: Answer = { status: 500 };
      try {
        answer = await take(request);
      } catch (error) {
        house().log('request failed', { channel: 'teams', error });
      }
      end(request, response, answer);
    },
  };
}

/** 401 for a token that is not good; 503 when nobody could say, so that Teams asks again. */
function refusalOf(error: unknown): 401 | 503 {
  if (!(error instanceof Error)) return 503;
  const cannotSay = error.name === 'FetchError' || ('statusCode' in error && error.statusCode === 500);
  return cannotSay ? 503 : 401;
}

function end(request: IncomingMessage, response: ServerResponse, { status, body }: Answer): void {
  // What was not read to its end is not waited for.
  if (!request.complete) response.setHeader('connection', 'close');
  if (status === 405) response.setHeader('allow', 'POST');
  if (!body) {
    response.writeHead(status).end();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
