import { termsFor } from '../../cards/terms';
import { storedVersion } from '../../infra/policy-versions';
import { currentVersion } from '../../infra/stored-policies';
import type { Answer } from '../../domain/agree-again';
import { whyUnread } from '../unread';
import { askAgain } from './ask-again';
import { type Terminal, WrongWords } from './command';
import { chooseSchool, type Opened, withHouse } from './house-of-command';
import { keepImported } from './keep-imported';
import { keptLines } from './kept-lines';
import { namedPolicy } from './named-policy';
import { readNamed } from './read-policies';

interface Wish {
  readonly school?: string | undefined;
  readonly files: readonly string[];
  readonly answer: Answer | undefined;
}

/**
 * Lets the version before answer again, with what was said of it. It is an import of bytes that the store has, so people
 * may be asked to agree again, and the version that it takes the place of can be brought back in turn.
 * @throws WrongWords for a policy that is not there; nothing is changed then.
 */
export async function bringBack(name: string, wish: Wish, terminal: Terminal): Promise<number> {
  if (wish.files.length > 0) throw new WrongWords('--back takes one policy and no file');
  return withHouse(terminal, (opened) => bring(name, wish, opened, terminal), true);
}

async function bring(
  name: string,
  { school: id, answer }: Wish,
  { house, ground, settings }: Opened,
  terminal: Terminal,
): Promise<number> {
  const household = await chooseSchool(house, id);
  const { records, school } = household;
  const policy = namedPolicy(name, school.policies);
  if (!policy) throw new WrongWords(`There is no policy ${name}. There are: ${idsOf(school.policies)}`);
  const current = await currentVersion(records, policy.id);
  const before = current?.before === undefined ? undefined : await storedVersion(records, policy.id, current.before);
  if (!current || !before) {
    terminal.tell(`There is no version of ${policy.id} before the one that answers. Nothing was changed.`);
    return 1;
  }
  const reading = await readNamed(before.bytes, before.file);
  if (!reading.ok) {
    terminal.tell(`The version of ${policy.id} before cannot be read. ${whyUnread(reading.why)} Nothing was changed.`);
    return 1;
  }
  const { document } = reading;
  const given = {
    ...before,
    document,
    as: policy.id,
    asNew: undefined,
    at: ground.clock.now().toISO(),
    open: new Map(),
  };
  const kept = await keepImported(given, household);
  if ('likes' in kept) throw new Error('A policy that is named is in no doubt.');
  terminal.tell(
    `Brought back ${before.file}, the version of ${policy.id} (“${policy.title}”) before ${current.file}, which answers no longer.`,
  );
  const where = { schoolFile: settings.school, school: id };
  for (const line of keptLines(before.file, kept, where)) terminal.tell(line);
  const terms = termsFor({ nation: school.nation, schoolName: school.name });
  await askAgain({ kept, document, wish: answer, terms }, { house, household }, terminal);
  terminal.tell('A bot that is running answers from it within a minute or two.');
  return 0;
}

function idsOf(policies: readonly { readonly id: string }[]): string {
  return policies.map(({ id }) => id).join(', ');
}
