import { DateTime } from 'luxon';
import type { AlertField } from '../../../domain/alert-settings';
import type { Risk } from '../../../domain/categories';
import type { School } from '../../../domain/school';
import { type Alert, type AlertGroup, LONGEST_ADDRESS, LONGEST_WORD, SHORTENED } from './schema';

/** Alerts of one device that come within this of the one before are one concern. */
const TOGETHER_WITHIN = { minutes: 15 };

/** Words and numbers of filters for how grave it is; whatever else they say is in the middle. */
const GRAVE = /^(?:high|higher|severe|serious|critical|urgent|danger|emergency|immediate|red|[45])\b/i;
const SLIGHT = /^(?:low|lower|info|informational|notice|minor|green|[01])\b/i;

/**
 * An alert from the body that a filter, or a tool between, has sent. Undefined when it names neither an address nor a
 * rule, because then there is nothing to look into.
 * @param now when it came: the time of an alert that does not say its own.
 */
export function readAlert(body: unknown, { alerts, timezone }: School, now: DateTime<true>): Alert | undefined {
  const said = (field: AlertField): string => {
    const path = alerts.map[field];
    return (path === undefined ? '' : textAt(body, path.split('.'))) || textAt(body, [field]);
  };
  const word = (field: AlertField) => shortened(said(field), LONGEST_WORD);
  const address = shortened(said('address'), LONGEST_ADDRESS);
  const rule = word('rule');
  if (address === '' && rule === '') return undefined;
  return {
    device: word('device'),
    user: word('user'),
    year: word('year'),
    address,
    rule,
    severity: severityOf(said('severity')),
    product: word('product'),
    at: instantOf(said('at'), timezone, now),
  };
}

/** What stands at a path, as clean text. Only what the body itself holds: `constructor` is no field of it. */
function textAt(body: unknown, path: readonly string[]): string {
  let here = body;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return '';
    here = Reflect.get(here, step);
  }
  return typeof here === 'string' || typeof here === 'number' ? clean(String(here)) : '';
}

/** Signs that nobody sees, and that could turn a line around, are blanks here. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim();
}

function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/\p{Cs}$/u, '')}${SHORTENED}`;
}

function severityOf(text: string): Risk {
  if (GRAVE.test(text)) return 'high';
  return SLIGHT.test(text) ? 'low' : 'medium';
}

/** ISO 8601 (without an offset: on the school's wall), or seconds or milliseconds since 1970; else when it came. */
function instantOf(text: string, zone: string, now: DateTime<true>): string {
  const number = /^\d{10}(\d{3})?$/.test(text) ? Number(text) : undefined;
  const seconds = number === undefined ? undefined : text.length === 13 ? number / 1000 : number;
  const at = seconds === undefined ? DateTime.fromISO(text, { zone }) : DateTime.fromSeconds(seconds);
  return (at.isValid && text !== '' ? at : now).toUTC().toISO() ?? now.toUTC().toISO();
}

/**
 * Somebody who works here, where the filter names them as its user: by address, by what stands before the @, or by name.
 * They are kept out of the concern (P2): a lead is not told of their own browsing.
 */
export function adultNamed(user: string, { people }: School): string | undefined {
  const given = user.toLowerCase().replace(/^.*\\/, '');
  if (given === '') return undefined;
  const isThem = ({ id, name, email = '', teams, slack }: School['people'][number]) => {
    const known = [id, name, email, email.split('@')[0] ?? '', teams ?? '', slack ?? ''];
    return known.some((each) => each !== '' && (each.toLowerCase() === given || each.toLowerCase() === before(given)));
  };
  return people.find(isThem)?.id;
}

function before(address: string): string {
  return address.split('@')[0] ?? address;
}

/** What alerts have in common that belong together. */
export function groupKey({ device, user, year }: Alert, adult: string | undefined): string {
  const who = device ? `device:${device}` : user ? `user:${user}` : `year:${year}`;
  return JSON.stringify([who.toLowerCase(), adult ?? '']);
}

/** Groups that an alert may still join. */
export function stillOpen(groups: readonly AlertGroup[], now: DateTime): AlertGroup[] {
  const since = now.minus(TOGETHER_WITHIN).toMillis();
  return groups.filter(({ lastAt }) => Date.parse(lastAt) >= since);
}

const ORDER = { low: 0, medium: 1, high: 2 } as const satisfies Record<Risk, number>;

export function isGraver(one: Risk, other: Risk): boolean {
  return ORDER[one] > ORDER[other];
}

/** A flood of alerts does not change every card each time: the first few do, and then each tenth. */
export function isShown(count: number): boolean {
  return count <= 5 || count % 10 === 0;
}

/** The row of one alert of a concern. */
export function alertKey(ref: string, n: number): string {
  return `alert|${ref}|${String(n).padStart(6, '0')}`;
}
