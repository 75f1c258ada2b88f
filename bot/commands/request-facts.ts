/** One line a fact, in the order in which things happened to a request; who, when and what stand in each. */
export const REQUEST_COLUMNS = [
  ...['request', 'n', 'at', 'event', 'by', 'name', 'permission', 'what', 'reason', 'until'],
  ...['verdict', 'conditions', 'group', 'licence', 'computers', 'personal'],
  ...['pupils', 'holds', 'age', 'risks', 'care', 'consulted'],
] as const;

/** An entry of a chronology as a line: what was told beside when, by whom, and what kind of thing it was. */
export function requestFact({ key, n, at, by, kind, facts }: Record<string, unknown>): Record<string, unknown> {
  return { ...Object(facts), request: String(key).split('|')[1], n, at, by, event: kind };
}
