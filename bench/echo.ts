import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ActivityTypes, CloudAdapter, ConfigurationBotFrameworkAuthentication, type Response } from 'botbuilder';

/*
 * The least that a bot on the same SDK can do: say again what was said. It keeps nothing, knows nobody and reads no
 * template. What Lantern takes longer than this, its promises take.
 *   node dist/bench/echo.js PORT
 */

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));

async function say(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url === '/ready') return void response.end();
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  const asked = { body: JSON.parse(text), headers: request.headers, method: request.method };
  await adapter.process(asked, answerTo(response), async (turn) => {
    if (turn.activity.type === ActivityTypes.Message) await turn.sendActivity(turn.activity.text);
  });
}

/** What botbuilder expects of a web framework, without one. */
function answerTo(response: ServerResponse): Response {
  return {
    socket: response.socket,
    header: (name: string, value: unknown) => response.setHeader(name, String(value)),
    status: (code: number) => {
      response.statusCode = code;
    },
    send: (body: unknown) => response.write(typeof body === 'string' ? body : JSON.stringify(body)),
    end: () => response.end(),
  };
}

createServer((request, response) => void say(request, response)).listen(Number(process.argv[2]), '127.0.0.1');
