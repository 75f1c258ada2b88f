import type { IncomingMessage, ServerResponse } from 'node:http';
import { AGREE_PATH } from '../infra/agree-links';
import { tryAgain } from '../infra/try-again';
import { type AgreeNotice, agreeNotice } from '../pages/agree-notice';
import { placeOf } from './agree-place';
import { openAgreeRate, type TooOften } from './agree-rate';
import { takeForm, visit, type Shown } from './agree-visit';
import { readBody } from './body';
import type { House } from './house';
import { openLines } from './lines';
import { sendPage } from './send-page';
import type { Door } from './server';

/** A form with fifty thousand letters of any script in it is still answered on the page; beyond that nothing is read. */
const LARGEST_BODY = 512 * 1024;

const STATUS = {
  forged: 403,
  expired: 410,
  ended: 410,
  gone: 410,
  busy: 429,
  full: 429,
  unreadable: 415,
  large: 413,
  failed: 503,
} as const satisfies Record<AgreeNotice, number>;

/**
 * The doors to the page on which people without an account agree: it is opened, and its form is sent there.
 * @param hasProxy true where people come through a proxy of our own, which says where from.
 */
export function openAgreePages(house: () => House, hasProxy: boolean): Door[] {
  const rate = openAgreeRate(hasProxy);
  const inLine = openLines();

  async function opened(request: IncomingMessage): Promise<Shown | AgreeNotice> {
    if (!rate.mayOpen(request)) return 'busy';
    const place = await placeOf(request, house());
    const links = house().agreeLinks;
    if (typeof place === 'string' || !links) return typeof place === 'string' ? place : 'forged';
    return { status: 200, page: visit(place, links) };
  }

  async function sent(request: IncomingMessage): Promise<Shown | AgreeNotice> {
    if (!rate.mayOpen(request)) return 'busy';
    const place = await placeOf(request, house());
    const links = house().agreeLinks;
    if (typeof place === 'string' || !links) return typeof place === 'string' ? place : 'forged';
    if (place.isPoster || !isForm(request)) return 'unreadable';
    const body = await readBody(request, LARGEST_BODY);
    if (!body) return 'large';
    const fields = new URLSearchParams(body.toString('utf8'));
    // A form that is taken again because somebody was first still counts once.
    let asked: { readonly tooOften: TooOften | undefined } | undefined;
    const tooOften = () => {
      asked ??= { tooOften: rate.sentTooOften(place.household.school.id, place.link.link) };
      return asked.tooOften;
    };
    return inLine(place.household.school.id, () =>
      tryAgain(async () => {
        // Read anew each time: somebody else may have agreed, or the office ended the link.
        const now = await placeOf(request, house());
        return typeof now === 'string' ? now : takeForm(fields, now, links, tooOften);
      }),
    );
  }

  function failed(error: unknown): AgreeNotice {
    house().log('request failed', { error });
    return 'failed';
  }

  const door = (method: Door['method'], answer: typeof opened): Door => ({
    method,
    path: AGREE_PATH,
    largestBody: method === 'GET' ? 0 : LARGEST_BODY,
    async handle(request, response) {
      show(request, response, await answer(request).catch(failed));
    },
  });
  return [door('GET', opened), door('POST', sent)];
}

function show(request: IncomingMessage, response: ServerResponse, shown: Shown | AgreeNotice): void {
  // What was not read is not waited for.
  if (!request.complete) response.setHeader('Connection', 'close');
  if (shown === 'busy') response.setHeader('Retry-After', '60');
  if (typeof shown === 'string') sendPage(response, STATUS[shown], agreeNotice(shown));
  else sendPage(response, shown.status, shown.page, true);
}

function isForm({ headers }: IncomingMessage): boolean {
  return /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');
}
