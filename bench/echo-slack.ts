import { createServer } from 'node:http';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';

/*
 * The least that a bot on Bolt can do: say again what was said.
 *   node dist/bench/echo-slack.js PORT SIGNING_SECRET API_URL
 */

const [, , port, signingSecret = '', slackApiUrl = ''] = process.argv;
const receiver = new HTTPReceiver({ signingSecret, endpoints: '/slack/events', logLevel: LogLevel.ERROR });
const app = new App({ receiver, token: 'xoxb-bench', clientOptions: { slackApiUrl }, logLevel: LogLevel.ERROR });

app.message(async ({ message, say }) => {
  if ('text' in message) await say(message.text ?? '');
});

createServer((request, response) => {
  if (request.url === '/ready') response.end();
  else void receiver.requestListener(request, response);
}).listen(Number(port), '127.0.0.1');
