import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { until } from './client';

/** Fixed by RFC 6455, section 1.3. */
const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT = 0x81;
const CLOSE = 0x88;

/** Slack's end of a Socket Mode connection, as far as a test needs it: RFC 6455 for short texts. */
export async function openSocketEnd() {
  let socket: Duplex | undefined;
  const acknowledged: { envelope_id: string; payload?: Record<string, unknown> }[] = [];

  function send(message: unknown): void {
    socket?.write(frame(JSON.stringify(message)));
  }

  const server = createServer();
  server.on('upgrade', (request: IncomingMessage, opened: Duplex) => {
    socket = opened;
    const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${MAGIC}`).digest('base64');
    const head = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
    opened.write([...head, `Sec-WebSocket-Accept: ${accept}`, '', ''].join('\r\n'));
    opened.on('data', (bytes: Buffer) => {
      for (const text of textsIn(bytes)) acknowledged.push(JSON.parse(text));
      if (bytes[0] === CLOSE) opened.end(Buffer.from([CLOSE, 0]));
    });
    opened.on('error', () => undefined);
    send({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');

  return {
    url: `ws://127.0.0.1:${address.port}/`,
    isOpen: () => socket !== undefined && !socket.destroyed,
    /** Sends what happened in an envelope, and waits for its acknowledgement. */
    async deliver(type: 'events_api' | 'interactive' | 'slash_commands', payload: unknown) {
      const envelope_id = `E${Date.now()}${Math.random()}`;
      send({ type, envelope_id, payload, accepts_response_payload: type !== 'events_api' });
      return until('an acknowledgement', () => acknowledged.find((each) => each.envelope_id === envelope_id));
    },
    /** Cuts the line, as an outage does: nobody says goodbye. */
    drop: () => void socket?.destroy(),
    async close() {
      socket?.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function frame(text: string): Buffer {
  const body = Buffer.from(text);
  if (body.length < 126) return Buffer.concat([Buffer.from([TEXT, body.length]), body]);
  return Buffer.concat([Buffer.from([TEXT, 126, body.length >> 8, body.length & 0xff]), body]);
}

/** The texts in what a client sent: every frame of a client is masked. */
function textsIn(bytes: Buffer): string[] {
  const texts: string[] = [];
  for (let at = 0; at + 2 <= bytes.length; ) {
    const short = (bytes[at + 1] ?? 0) & 0x7f;
    const long = short === 126;
    const length = long ? bytes.readUInt16BE(at + 2) : short;
    const maskAt = at + (long ? 4 : 2);
    const body = bytes.subarray(maskAt + 4, maskAt + 4 + length);
    if (bytes[at] === TEXT)
      texts.push(Buffer.from(body.map((byte, i) => byte ^ (bytes[maskAt + (i % 4)] ?? 0))).toString());
    at = maskAt + 4 + length;
  }
  return texts;
}
