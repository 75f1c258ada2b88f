import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One matter that school policies settle: how policies word it, and what staff type who need to know. */
export interface Topic {
  readonly name: string;
  readonly policy: string[];
  readonly staff: string[];
}

const LINE = /^(topic|policy|staff): (.*)$/;

/** Reads `library/topics/*.txt`. A topic that stands in several files is one; a line that is none of the three is an error. */
export function readTopics(folder: string): Topic[] {
  const topics = new Map<string, Topic>();
  let topic: Topic | undefined;
  for (const file of readdirSync(folder).sort()) {
    for (const [place, line] of readFileSync(join(folder, file), 'utf8').split('\n').entries()) {
      if (line.trim() === '') continue;
      const [, kind, words = ''] = LINE.exec(line) ?? [];
      if (kind === 'topic') {
        topic = topics.get(words) ?? { name: words, policy: [], staff: [] };
        topics.set(words, topic);
      } else if (topic && (kind === 'policy' || kind === 'staff')) {
        topic[kind].push(...words.split(' | ').map((phrase) => phrase.trim()));
      } else {
        throw new Error(`${file}, line ${place + 1}: neither topic, policy nor staff`);
      }
    }
  }
  return [...topics.values()];
}
