import type { IncomingMessage, ServerResponse } from 'node:http';
import { readAlert } from '../handlers/concern/alert/rules';
import { takeAlert } from '../handlers/concern/alert/taking';
import { ALERT_SEEN, type AlertHeaders, openAlertSigning } from '../infra/alert-signing';
import { commitChange } from '../infra/outbox';
import type { RecordOp } from '../infra/records';
import { tryAgain } from '../infra/try-again';
import { openAlertRate } from './alerts-rate';
import { deskOf, type House, type Household } from './house';
import { openLines } from './lines';
import { readBody } from './body';
import { type Door, sendJson, turnAway } from './server';
import { householdOf } from './schools';

export const ALERTS_PATH = '/alerts/filter';
const LARGEST_BODY = 64 * 1024;

type Answer = { readonly status: 400 | 401 | 413 | 429 } | { readonly status: 202; readonly ref: string };

/** To whoever is not the filter of a school the same words, whatever is wrong: an unknown school, a signature, a time. */
const SAY = {
  400: 'This is not an alert that Lantern can read.',
  401: 'This alert could not be taken.',
  413: 'This is too large.',
  429: 'There are too many alerts at once. Please send this one again in a minute.',
} as const;

/**
 * Where the school's web filter sends its alerts (docs/alerts.md). 202 with the reference is said only when the concern
 * and the messages that it owes are durable (P1).
 */
export function openAlerts(house: () => House, masterKey: Buffer): Door {
  const signing = openAlertSigning(masterKey);
  const rate = openAlertRate();
  // Alerts of one school go one after the other: a flood of them would only stand in its own way.
  const inLine = openLines();

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    const body = await readBody(request, LARGEST_BODY);
    if (!body) return { status: 413 };
    const headers = headersOf(request);
    const household = await householdOf(house(), headers.school);
    const version = household?.school.alerts.secret ?? 1;
    const seal = signing.seal(headers, body, version, Date.now() / 1000);
    if (!household || seal === undefined) return { status: 401 };
    if (!rate.mayCome(household.school.id, performance.now())) return { status: 429 };
    const read = readJson(request, body);
    if (read === undefined) return { status: 400 };
    return inLine(household.school.id, () => tryAgain(() => take(read, seal, household, house())));
  }

  return {
    method: 'POST',
    path: ALERTS_PATH,
    largestBody: LARGEST_BODY,
    async handle(request, response) {
      const answer = await answerTo(request);
      if (answer.status === 202) return sendJson(response, 202, { reference: answer.ref });
      house().log('alert refused', { status: answer.status });
      refuse(request, response, answer.status);
    },
  };
}

/** Reads what is known, decides and keeps. Whoever was first at the row of this request has taken it; a second is a replay. */
async function take(body: unknown, seal: string, household: Household, house: House): Promise<Answer> {
  const { records, school } = household;
  const key = `${ALERT_SEEN}${seal}`;
  if (await records.get(key)) return { status: 401 };
  const desk = deskOf(house, household);
  const alert = readAlert(body, school, desk.now);
  if (!alert) return { status: 400 };
  const { ref, change } = await takeAlert(alert, desk);
  const at = desk.now.toUTC().toISO();
  const seen: RecordOp = { op: 'insert', key, value: { at } };
  await commitChange(school.id, records, { ...change, ops: [...(change.ops ?? []), seen] }, at);
  house.poke();
  return { status: 202, ref };
}

function headersOf({ headers }: IncomingMessage): AlertHeaders {
  const said = (name: string) => String(headers[`x-lantern-${name}`] ?? '');
  return { school: said('school'), timestamp: said('timestamp'), signature: said('signature') };
}

function readJson({ headers }: IncomingMessage, body: Buffer): unknown {
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function refuse(request: IncomingMessage, response: ServerResponse, status: keyof typeof SAY): void {
  if (status === 429) response.setHeader('Retry-After', '60');
  turnAway(request, response, status, SAY[status]);
}
