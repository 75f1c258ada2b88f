import type { Clause, PolicyDocument } from './document';
import type { Finding } from './finding-kinds';

const KEY = '(?:\\d{1,2}(?!\\d)|[ivx]{2,4}\\b|[a-z]\\b)';
/** "appendix 2 of the behaviour policy" stands elsewhere, and rightly so. */
const ELSEWHERE = '(?! (?:of|to|in) (?:the|our) [^.]{3,60}polic)';
const ONE = new RegExp(`\\b(?:appendix|annex)\\s*(${KEY})${ELSEWHERE}`, 'gi');
const SEVERAL = new RegExp(`\\b(?:appendices|annexes)\\s+(${KEY})\\s*(-|–|to|and|&|,)\\s*(${KEY})`, 'gi');
const UNNUMBERED = /\b(?:see|in the|attached|and) (?:the )?appendix\b(?! ?[a-z\d]\b)/i;
const FLOWCHART = /\b(?:the )?flow ?chart\b(?: \([^)]{3,40}\))?/i;

interface Named {
  readonly key: string;
  readonly words: string;
}

/** Appendices and flowcharts that the policy speaks of and does not hold, each said once. */
export function absentAppendices({ clauses }: PolicyDocument): Finding[] {
  const headings = [...new Set(clauses.flatMap(({ path }) => path))];
  const openings = [...headings, ...clauses.map(({ text }) => text.slice(0, 40))];
  const present = new Set(openings.flatMap((opening) => (/^(?:appendix|annex)/i.test(opening) ? keysIn(opening) : [])));
  const hasFlowchart =
    headings.some((heading) => FLOWCHART.test(heading)) || openings.some((opening) => /^flow ?chart/i.test(opening));
  const found = new Map<string, Finding>();
  const absent = (key: string, words: string, clause: Clause) => {
    const isSaid = [...found.values()].some((finding) => finding.words === words && finding.clause === clause.id);
    if (!found.has(key) && !isSaid) found.set(key, { kind: 'appendix absent', words, clause: clause.id });
  };
  for (const clause of clauses) {
    for (const { key, words } of namedIn(clause.text)) if (!present.has(key)) absent(key, words, clause);
    const flowchart = FLOWCHART.exec(clause.text);
    if (flowchart && !hasFlowchart) absent('flowchart', flowchart[0], clause);
    const unnumbered = present.size === 0 ? UNNUMBERED.exec(clause.text) : null;
    if (unnumbered) absent('appendix', unnumbered[0], clause);
  }
  return [...found.values()];
}

function keysIn(text: string): string[] {
  return namedIn(text).map(({ key }) => key);
}

function namedIn(text: string): Named[] {
  const ones = [...text.matchAll(ONE)].map((match) => ({ key: (match[1] ?? '').toLowerCase(), words: match[0] }));
  const several = [...text.matchAll(SEVERAL)].flatMap((match) =>
    between(match[1] ?? '', match[2] ?? '', match[3] ?? '').map((key) => ({ key, words: match[0] })),
  );
  return [...ones, ...several];
}

/** `1-3` names the second too; `A and C` does not name B. */
function between(first: string, join: string, last: string): string[] {
  const [from, to] = [Number(first), Number(last)];
  if (!/^(?:-|–|to)$/i.test(join) || !(from < to)) return [first.toLowerCase(), last.toLowerCase()];
  return Array.from({ length: to - from + 1 }, (_, step) => String(from + step));
}
