import { openAgreePages } from '../../bot/agree-pages';
import { closeDoors, createDoors, listen } from '../../bot/server';
import type { World } from '../world';
import { push } from './raise';

export const PAGES_AT = 'https://lantern.example.org';

/** What somebody sees in the browser of their own phone. */
export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  /** The words of the page, without mark-up. */
  readonly text: string;
  /** What the hidden fields of its form carry. */
  readonly hidden: Readonly<Record<string, string>>;
}

export const FILLED = {
  name: 'Plumber of the boiler',
  designation: 'contractor',
  organisation: 'Warm & Dry',
  read: 'yes',
};

/** The doors of a world's pages, on a port of their own. */
export async function openPhone(world: World) {
  const server = createDoors(
    openAgreePages(() => world.house, true),
    world.house.log,
  );
  const port = await listen(server, '127.0.0.1', 0);
  return { ...phoneAt(`http://127.0.0.1:${port}`), close: () => closeDoors(server) };
}

/** A telephone whose browser finds every address on this server. */
export function phoneAt(server: string) {
  async function ask(address: string, options: RequestInit = {}): Promise<Seen> {
    const { pathname, search } = new URL(address);
    const response = await fetch(`${server}${pathname}${search}`, options);
    const body = await response.text();
    return { status: response.status, headers: response.headers, body, text: wordsOn(body), hidden: hiddenIn(body) };
  }

  const send = (address: string, fields: Readonly<Record<string, string>>) =>
    ask(address, { method: 'POST', body: new URLSearchParams(fields) });

  return {
    ask,
    open: (address: string) => ask(address),
    send,
    /** Opens the page, fills it in and presses "Agree". */
    async agree(address: string, fields: Readonly<Record<string, string>> = FILLED): Promise<Seen> {
      const { hidden } = await ask(address);
      return send(address, { ...hidden, ...fields });
    },
  };
}

/** From "visitor link" to the card with the address, as the office does it. */
export async function makeLink(world: World, wanted: Record<string, string> = {}, by = 'office') {
  const form = await world.say(by, 'visitor link');
  const shown = await push(world, by, form, 'Make the link', {
    ...{ agreement: 'aup-visitors', lasts: 'day', holds: 'day', label: '' },
    ...wanted,
  });
  const address = /https:\/\/\S+/.exec(shown.text)?.[0] ?? '';
  return { shown, address };
}

function wordsOn(body: string): string {
  return body
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}

function hiddenIn(body: string): Record<string, string> {
  const fields = [...body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
}
