import { fold } from './fold';

/** A bold name that opens an item: `**Staff training:** All staff …`. It heads the item rather than being part of it. */
const RUN_IN = /^\*\*([^*]{2,70}?)\s*(?::\s*\*\*|\*\*\s*:)\s*/;
const OUTER_BOLD = /^\*\*([^*]+)\*\*$/;
const OWN_NUMBER = /^(\d+(?:\.\d+)+[.)]?|\(\d{1,3}\)|\(?[a-zA-Z]\)|\(?[ivx]+\))\s+(?=\S)/;
/** The mark of a note at its foot: `* Leaders are …`, `¹ The council …`, `[2] See …`, `[^2]: See …`. */
const NOTE = /^(\*{1,3}|[†‡§¹²³⁴⁵⁶⁷⁸⁹]|\[\^?\d{1,2}\]:?)(?!\*)\s*(?=[\p{L}“"'‘])/u;

export interface OwnWords {
  readonly text: string;
  readonly number?: string;
  readonly name?: string;
  readonly note?: string;
}

/** Takes the number, the bold name, the mark of a note and the bold around everything off a span: the rest is one span. */
export function ownWords(span: string, known: string | undefined): OwnWords {
  let text = fold(span);
  let number = known;
  const written = OWN_NUMBER.exec(text);
  if (number === undefined && written?.[1] !== undefined) {
    number = written[1].replace(/[()]|\.$/g, '');
    text = text.slice(written[0].length);
  }
  const named = RUN_IN.exec(text);
  if (named) text = text.slice(named[0].length);
  const noted = number === undefined && !named && !text.startsWith('**') ? NOTE.exec(text) : null;
  if (noted) text = text.slice(noted[0].length);
  text = OUTER_BOLD.exec(text)?.[1] ?? text;
  return {
    text: text.trim(),
    ...(number === undefined ? {} : { number }),
    ...(named?.[1] === undefined ? {} : { name: fold(named[1]) }),
    ...(noted?.[1] === undefined ? {} : { note: noted[1].replace(/[[\]^:]/g, '') }),
  };
}
