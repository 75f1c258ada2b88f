import { messageOf } from '../../cards/words';
import type { Sender } from './sender';

/** What a story knows: its own people and things, the mark of the act at hand, and what replies have told. */
export type Known = Readonly<Record<Name, string>>;
/** What is known at some moment; undefined what is no longer meant. */
export type Learnt = { readonly [name in Name]?: string | undefined };
type Name =
  | 'mark'
  | 'form'
  | 'draft'
  | 'ref'
  | 'other'
  | 'agreement'
  | 'at'
  | 'on'
  | 'hash'
  | 'number'
  | 'link'
  | 'page'
  | 'words'
  | 'sent'
  | 'policy'
  | 'version'
  | 'due'
  | 'duty'
  | 'confirm'
  | 'request'
  | 'class'
  | 'person'
  | 'report'
  | 'office'
  | 'asked'
  | 'clause'
  | 'kind'
  | 'count'
  | 'proposal';

/**
 * How an act is found in the store afterwards: under keys that begin with `under`, rows whose key and body hold all of
 * `holds`. Of `each` there is one row for each act; a `state` stands once, however many acts have led to it; of what is
 * `gone` there is none.
 */
export interface Trace {
  readonly is: 'each' | 'state' | 'gone';
  readonly under: string;
  readonly holds: readonly string[];
}

/** It leaves nothing that can be found in the end, and the act after it could not be done without it. */
export const SEEN_NEXT = 'seen next';

/** One thing that somebody does, and how to know that it was kept. */
export interface Act {
  /** The verb that is pressed; or the method and path of a page. */
  readonly verb: string;
  /** Who does it, by id. */
  readonly by: string | ((known: Known) => string);
  readonly data: (known: Known) => Readonly<Record<string, string>>;
  /** The words of the reply that acknowledge it. A reply that offers the same button again is none, unless `isOfferedAgain`. */
  readonly says: (known: Known) => string;
  readonly isOfferedAgain?: true;
  /** Words that acknowledge it as well, where what was interrupted before it may yet have been kept. */
  readonly orSays?: string;
  /** Absent where the act writes nothing and only shows what the next one needs. */
  readonly kept?: ((known: Known) => Trace | readonly Trace[]) | typeof SEEN_NEXT;
  /** What it leaves behind when it is pressed once more and was kept already. */
  readonly again?: (known: Known) => Trace;
  /** What the reply tells the acts after it. */
  readonly learns?: (reply: string, known: Learnt) => Learnt;
  /** How it is sent, where it is no press of a button. */
  readonly send?: (sender: Sender, data: Readonly<Record<string, string>>, id: string) => Promise<string>;
}

/** Acts of one case, one request, one class: in this order, by whoever each is for. */
export interface Story {
  readonly name: string;
  readonly acts: readonly Act[];
  /** It can be told as often as there is time: all the while, beside the others. */
  readonly isSteady?: true;
  /** How often there is something to tell it of; `ROOM` where nothing is said. */
  readonly times?: number;
  /** What one telling left half done would be in the way of the next. */
  readonly isNeverLeft?: true;
  /** Its people and things, the `n`th time that it is told. */
  readonly begins?: (n: number) => Learnt;
}

export class NotYet extends Error {
  override readonly name = 'NotYet';
}

/** The same, and asking for what is not known yet fails. @throws NotYet */
export function asking(known: Learnt): Known {
  const get = (target: Learnt, name: string | symbol) => {
    const value = Reflect.get(target, name);
    if (value === undefined) throw new NotYet(`${String(name)} is not known yet`);
    return value;
  };
  return new Proxy(known, { get }) as Known;
}

/** Of an act that was left nobody knows what its reply would have told. */
export function knows(known: Known, name: Name): boolean {
  return Object.getOwnPropertyDescriptor(known, name)?.value !== undefined;
}

export const one = (under: string, ...holds: string[]): Trace => ({ is: 'each', under, holds });
export const stands = (under: string, ...holds: string[]): Trace => ({ is: 'state', under, holds });
export const gone = (under: string): Trace => ({ is: 'gone', under, holds: [] });

/** A row in which the mark of the act stands. */
export const marked =
  (under: string) =>
  ({ mark: text }: Known): Trace =>
    one(under, text);

/** A press: who, on what, the phrase that acknowledges it, what is sent, and how it was kept. */
export function press(
  by: string,
  verb: string,
  says: string,
  data: Act['data'],
  kept?: Act['kept'],
  more: Partial<Act> = {},
): Act {
  return { verb, by, data, says: () => words(says), isOfferedAgain: true, ...(kept ? { kept } : {}), ...more };
}

/** The longest piece of a phrase that is the same whatever it is said of. */
export function words(name: string): string {
  let text = messageOf(name).replaceAll("''", "'");
  // Arguments stand in each other.
  while (/\{[^{}]*\}/.test(text)) text = text.replace(/\{[^{}]*\}/g, '\n');
  const pieces = text.split('\n');
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest)).trim();
}

/** Learns what the first pair of brackets in each of these finds. */
export function finds(patterns: Readonly<Partial<Record<Name, RegExp>>>): (reply: string) => Learnt {
  return (reply) =>
    Object.fromEntries(
      Object.entries(patterns).flatMap(([name, pattern]) => {
        const found = pattern.exec(reply)?.[1];
        return found === undefined ? [] : [[name, found]];
      }),
    );
}

export const mark = ({ mark: text }: Known): string => text;
export const nothing = (): Readonly<Record<string, string>> => ({});
