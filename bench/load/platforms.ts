import { startConnector } from '../../test/connector/connector';
import { type Program, startProgram } from '../program';
import type { Hands } from './acts';
import { slackHands, SECRET } from './slack';
import { openSlackApi } from './slack-api';
import { teamsHands } from './teams';

/** A platform on this machine, with a bare bot and with Lantern. */
export interface Platform {
  readonly name: 'Teams' | 'Slack';
  echo(): Promise<Program>;
  lantern(env: NodeJS.ProcessEnv): Promise<Program>;
  hands(program: Program): Hands;
  stop(): Promise<void>;
}

export async function onTeams(): Promise<Platform> {
  const connector = await startConnector();
  return {
    name: 'Teams',
    echo: () => startProgram('bench/echo.js', (port) => [[String(port)], {}]),
    lantern: (env) => startProgram('bot/main.js', (port) => [[], { ...env, PORT: String(port) }]),
    hands: (program) => teamsHands(program, connector),
    stop: () => connector.stop(),
  };
}

export async function onSlack(): Promise<Platform> {
  const api = await openSlackApi();
  const credentials = {
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: api.url,
    LANTERN_KEY: 'a secret for measurements',
  };
  return {
    name: 'Slack',
    echo: () => startProgram('bench/echo-slack.js', (port) => [[String(port), SECRET, api.url], {}]),
    lantern: (env) => startProgram('bot/main.js', (port) => [[], { ...env, ...credentials, PORT: String(port) }]),
    hands: (program) => slackHands(program, api),
    stop: () => api.stop(),
  };
}
