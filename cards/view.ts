/** A phrase of `words/en.json` by its full name, with what its message needs. Formatted when the card is expanded. */
export interface Phrase {
  readonly phrase: string;
  readonly with?: Readonly<Record<string, Datum>>;
}

/** What may stand in a card's data: plain values, phrases, and lists and records of them. */
export type Datum =
  | string
  | number
  | boolean
  | null
  | undefined
  | Phrase
  | readonly Datum[]
  | { readonly [key: string]: Datum };

/** A card to be shown: the name of its template (`concern/danger`) and the data that the template binds. */
export interface View {
  readonly card: string;
  readonly data: { readonly [key: string]: Datum };
}

export function phrase(name: string, args?: Phrase['with']): Phrase {
  return args ? { phrase: name, with: args } : { phrase: name };
}
