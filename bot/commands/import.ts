import { basename } from 'node:path';
import { runningClock } from '../../infra/clock';
import { readPolicyBytes } from '../../infra/policy-files';
import { type PolicyDocument, type Reading, read, summarise } from '../../library';
import { readSettings } from '../config';
import { whyUnread } from '../unread';
import { POLICY_ENDINGS } from './answer';
import { type Command, readWords, type Terminal, WrongWords } from './command';
import { filesIn } from './files';
import { chooseSchool, withHouse } from './house-of-command';
import { keepImported } from './keep-imported';
import { summaryLines } from './summary-lines';

interface Imported {
  readonly file: string;
  readonly bytes: Buffer;
  readonly document: PolicyDocument;
}

/** Reads policies, says what was found and what a reviewer should look at, and keeps them for the school. */
export const importPolicies: Command = {
  name: 'import',
  usage: ['import FILE... [--school ID]', 'import FILE... --json'],
  does: 'reads policies, prints what is in them and what to look at, and keeps them (with --json: only prints)',
  async run(words, terminal) {
    const { values, positionals } = readWords(words, { json: { type: 'boolean' }, school: { type: 'string' } });
    const files = await filesIn(positionals, POLICY_ENDINGS);
    if (files.length === 0) throw new WrongWords('import needs at least one file');
    const today = runningClock(readSettings(terminal.env).startsAt).now().toISODate();
    const { imported, failed } = await readAll(files, terminal);
    for (const { file, document } of imported) {
      const summary = summarise(document, today);
      if (values.json) terminal.print(JSON.stringify({ file, ...summary }));
      else for (const line of summaryLines(file, summary)) terminal.print(line);
    }
    if (!values.json && imported.length > 0) await keepAll(imported, values.school, terminal);
    return failed === 0 ? 0 : 1;
  },
};

async function readAll(
  files: readonly string[],
  { tell }: Terminal,
): Promise<{ imported: Imported[]; failed: number }> {
  const imported: Imported[] = [];
  for (const path of files) {
    const [file, bytes] = [basename(path), await readPolicyBytes(path)];
    const reading: Reading = bytes === null ? { ok: false, why: 'too large' } : await read(bytes, file);
    if (bytes !== null && reading.ok) imported.push({ file, bytes, document: reading.document });
    else if (!reading.ok) tell(`${file} cannot be read. ${whyUnread(reading.why)}`);
  }
  return { imported, failed: files.length - imported.length };
}

async function keepAll(imported: readonly Imported[], id: string | undefined, terminal: Terminal): Promise<void> {
  await withHouse(
    terminal,
    async ({ house, ground, settings }) => {
      const { records, school } = chooseSchool(house, id);
      const at = ground.clock.now().toISO();
      for (const { file, bytes, document } of imported) {
        const kept = await keepImported({ file, bytes, document, at }, records, school.id);
        terminal.tell(`Kept ${file} for ${school.id} as ${kept.id}.`);
        if (kept.isNew && settings.school)
          terminal.tell(`Add ${kept.id} to ${settings.school}: that file wins at the next start.`);
      }
      terminal.tell('A bot that is running answers from them after its next start.');
    },
    true,
  );
}
