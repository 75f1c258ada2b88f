/** One change of a text: what stands between two places is replaced. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly put: string;
}

/** Makes all changes at once. What lies within a change that begins before it is gone with it. */
export function edited(xml: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, put } of [...edits].sort((one, other) => one.from - other.from)) {
    if (from < at) continue;
    pieces.push(xml.slice(at, from), put);
    at = to;
  }
  return pieces.join('') + xml.slice(at);
}

/** A text as it stands between tags or in an attribute; what is written as XML already stays. */
export function escaped(text: string): string {
  return text
    .replace(/&(?!(?:amp|lt|gt|quot|apos|#\w+);)/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;');
}
