import { basename } from 'node:path';
import { termsFor } from '../../cards/terms';
import type { Answer } from '../../domain/agree-again';
import { sayFindings } from '../../handlers/findings-said';
import { runningClock } from '../../infra/clock';
import { hashOf } from '../../infra/policy-versions';
import { summarise } from '../../library';
import { readSettings } from '../config';
import { POLICY_ENDINGS } from './answer';
import { askAgain } from './ask-again';
import { bringBack } from './bring-back';
import { type Command, readWords, type Terminal, WrongWords } from './command';
import { doubtLines } from './doubt-lines';
import { filesIn } from './files';
import { chooseSchool, type Opened, withHouse } from './house-of-command';
import { keepImported } from './keep-imported';
import { keptTable, type Row } from './kept-table';
import { countLine, keptLines, untitledLine } from './kept-lines';
import { leftLines } from './left-lines';
import { type ReadPolicy, readPolicies } from './read-policies';
import { summaryLines } from './summary-lines';
import { takeOut } from './take-out';

const OPTIONS = {
  json: { type: 'boolean' },
  school: { type: 'string' },
  as: { type: 'string' },
  new: { type: 'string' },
  'ask-again': { type: 'boolean' },
  'no-ask-again': { type: 'boolean' },
  remove: { type: 'string' },
  back: { type: 'string' },
} as const;

/** Reads policies, says what was found, what has changed and what deserves a look, and keeps them for the school. */
export const importPolicies: Command = {
  name: 'import',
  usage: [
    'import FILE... [--school ID] [--ask-again | --no-ask-again]',
    'import FILE --as POLICY | --new POLICY',
    'import FILE... --json',
    'import --back POLICY [--school ID]',
    'import --remove POLICY [--school ID]',
  ],
  does: 'reads policies, prints what is in them, what has changed and what to look at, and keeps them (with --json: only prints; --back brings back the version before; --remove takes out a policy that was imported)',
  async run(words, terminal) {
    const { values, positionals } = readWords(words, OPTIONS);
    if (values.remove !== undefined) return takeOut(values.remove, { ...values, files: positionals }, terminal);
    if (values.back !== undefined)
      return bringBack(values.back, { ...values, files: positionals, answer: wishIn(values) }, terminal);
    const files = await filesIn(positionals, POLICY_ENDINGS);
    if (files.length === 0) throw new WrongWords(nothingIn(positionals));
    if (values.as !== undefined && values.new !== undefined)
      throw new WrongWords('it is a new version or a new policy: give one of --as and --new');
    if ((values.as ?? values.new) !== undefined && files.length > 1)
      throw new WrongWords(`--${values.as === undefined ? 'new' : 'as'} is for one file`);
    if (values['ask-again'] && values['no-ask-again'])
      throw new WrongWords('people are asked again or they are not: give one of --ask-again and --no-ask-again');
    const found = await readPolicies(files, 'cannot be read', terminal);
    const left = files.filter((path) => !found.some((each) => each.path === path)).map((path) => basename(path));
    if (values.json) printJson(found, terminal);
    else
      left.push(...(await withHouse(terminal, (opened) => keepAll({ found, left }, values, opened, terminal), true)));
    if (files.length > 1 && !values.json) terminal.tell(countLine(files.length, left));
    return left.length === 0 ? 0 : 1;
  },
};

function nothingIn(folders: readonly string[]): string {
  if (folders.length === 0) return 'import needs at least one file';
  const those = `${folders.length === 1 ? 'folder' : 'folders'} ${folders.join(', ')}`;
  return `There are no policies in the ${those} (Word, PDF, web page, Markdown or text)`;
}

function printJson(found: readonly ReadPolicy[], { env, print }: Terminal): void {
  const today = runningClock(readSettings(env).startsAt).now().toISODate();
  for (const { file, document } of found) print(JSON.stringify({ file, ...summarise(document, today) }));
}

interface Wishes {
  readonly school?: string | undefined;
  readonly as?: string | undefined;
  readonly new?: string | undefined;
  readonly 'ask-again'?: boolean | undefined;
  readonly 'no-ask-again'?: boolean | undefined;
}

function wishIn(wishes: Pick<Wishes, 'ask-again' | 'no-ask-again'>): Answer | undefined {
  return wishes['ask-again'] ? 'yes' : wishes['no-ask-again'] ? 'no' : undefined;
}

/** What cannot be kept for certain is told last, where it is seen. @returns the files that could not. */
async function keepAll(
  { found, left }: { readonly found: readonly ReadPolicy[]; readonly left: readonly string[] },
  wishes: Wishes,
  { house, ground, settings }: Opened,
  terminal: Terminal,
): Promise<readonly string[]> {
  const household = await chooseSchool(house, wishes.school);
  const { school } = household;
  const terms = termsFor({ nation: school.nation, schoolName: school.name });
  const open = new Map(found.map(({ bytes, document }) => [hashOf(bytes), document]));
  const where = { schoolFile: settings.school, school: wishes.school };
  const doubts: string[] = [];
  const notKept: string[] = [];
  const rows: Row[] = left.map((file) => ({ file }));
  const today = ground.clock.now().setZone(school.timezone).toFormat('yyyy-MM-dd');
  let isNews = false;
  if (left.length > 0) for (const line of await leftLines(left, household)) terminal.tell(line);
  for (const each of found) {
    const summary = summarise(each.document, today);
    const given = { ...each, as: wishes.as, asNew: wishes.new, at: ground.clock.now().toISO(), open };
    const kept = await keepImported(given, household);
    if ('likes' in kept) {
      doubts.push('', ...doubtLines(each.path, each.file, kept, wishes.school));
      notKept.push(each.file);
      rows.push({ file: each.file });
      continue;
    }
    rows.push({ file: each.file, kept, findings: sayFindings(summary.findings, each.document).length });
    isNews ||= !kept.isUnchanged;
    for (const line of summaryLines(each.file, summary, each.document, terms)) terminal.print(line);
    for (const line of keptLines(each.file, kept, where)) terminal.tell(line);
    if (each.isUntitled && kept.isNew) terminal.tell(untitledLine(kept.policy.title));
    const wish = wishIn(wishes);
    if (kept.isSameVersion && wish === undefined) continue;
    await askAgain({ kept, document: each.document, wish, terms }, { house, household }, terminal);
  }
  if (isNews) terminal.tell('A bot that is running answers from them within a minute or two.');
  for (const line of doubts) terminal.tell(line);
  if (rows.length > 1) for (const line of ['', ...keptTable(rows, today), '']) terminal.tell(line);
  return notKept;
}
