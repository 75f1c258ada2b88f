import { createHash } from 'node:crypto';

/** What came of the last texts, by their print: nothing of what somebody typed stays here. */
export type Recall<Made> = (text: string, make: () => Made) => Made;

/** @param most how many are known again; the oldest is forgotten first. What comes of a text holds none of it, and is never changed. */
export function openRecall<Made extends object>(most: number): Recall<Made> {
  const known = new Map<string, Made>();
  return (text, make) => {
    const print = createHash('sha256').update(text).digest('base64');
    const before = known.get(print);
    if (before) return before;
    const made = make();
    const [oldest] = known.size >= most ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    known.set(print, made);
    return made;
  };
}
