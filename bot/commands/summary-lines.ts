import { say } from '../../cards/say';
import type { Terms } from '../../cards/terms';
import { phrase } from '../../cards/view';
import { countChanges, sayDifference } from '../../handlers/policy/changes';
import { sayFindings } from '../../handlers/findings-said';
import { groupsOf } from '../../handlers/policy/groups';
import type { Shown } from '../../handlers/policy/kept';
import type { ImportSummary, PolicyDocument } from '../../library';

/** What was found in a policy, as a person reads it at a console: the same words as on the card, and all of them. */
export function summaryLines(file: string, summary: ImportSummary, document: PolicyDocument, terms: Terms): string[] {
  const groups = groupsOf(summary).flatMap(({ title, lines }) => [
    '',
    say(title, terms),
    ...lines.map((line) => `  ${say(line, terms)}`),
  ]);
  const said = sayFindings(summary.findings, document);
  const findings = findingLines(said.map(({ words, place, line }) => ({ words, place, line: say(line, terms) })));
  const look = say(phrase('policy.lookCount', { findings: said.length }), terms);
  return [file, ...groups, '', look, ...findings, ''];
}

/** Neighbours of which the same is true stand together: what is wrong is said below the last, and so is a place. */
function findingLines(all: readonly { words: string; place: string; line: string }[]): string[] {
  return all.flatMap(({ words, place, line }, at) => {
    const [before, next] = [all[at - 1], all[at + 1]];
    const isLast = next?.line !== line;
    return [
      ...(before?.line === line ? [] : ['']),
      `  “${words}”`,
      ...(place && place !== words && (isLast || next.place !== place) ? [`    ${place}`] : []),
      ...(isLast ? [`    ${line}`] : []),
    ];
  });
}

/** What a new version does otherwise, with the words of both. */
export function differenceLines(shown: Shown, terms: Terms): string[] {
  const lines = shown.all
    .map(sayDifference)
    .flatMap(({ line, place, before, after }) => [
      '',
      `  ${[say(line, terms), place].filter(Boolean).join(': ')}`,
      ...(before ? [`    ${say(phrase('policy.before', { words: before }), terms)}`] : []),
      ...(after ? [`    ${say(phrase('policy.after', { words: after }), terms)}`] : []),
    ]);
  return [say(countChanges(shown), terms), ...lines, ''];
}

/** The same of a policy that was written anew: to set each clause beside nothing would help nobody. */
export function rewrittenLines(shown: Shown, terms: Terms): string[] {
  return [say(countChanges(shown), terms), say(phrase('policy.rewritten'), terms), ''];
}
