import { onlyImported } from '../../infra/imported-entries';
import { forgetImport, storedSchool } from '../../infra/stored-schools';
import type { Household } from '../house';
import { type Terminal, WrongWords } from './command';
import { chooseSchool, withHouse } from './house-of-command';
import { namedPolicy } from './named-policy';

interface Wish {
  readonly school?: string | undefined;
  readonly files: readonly string[];
}

/**
 * Takes out a policy that was imported. What the school file names is taken out there: it would be back at the next start.
 * @throws WrongWords for any other policy; nothing is changed then.
 */
export async function takeOut(name: string, { school: id, files }: Wish, terminal: Terminal): Promise<number> {
  if (files.length > 0) throw new WrongWords('--remove takes one policy and no file');
  const policy = await withHouse(terminal, async ({ house }) => remove(name, await chooseSchool(house, id)), true);
  terminal.tell(`Took out ${policy}. Its versions stay in the store: import it again to bring it back.`);
  terminal.tell('A bot that is running stops answering from it within a minute or two.');
  return 0;
}

async function remove(name: string, { records, school }: Household): Promise<string> {
  const stored = await storedSchool(records, school.id);
  const policy = namedPolicy(name, stored?.school.policies ?? [])?.id ?? name;
  if (stored?.file.policies.some((entry) => entry.id === policy))
    throw new WrongWords(`The school file names ${policy}: take it out there`);
  const imported = onlyImported(stored?.imports ?? []);
  if (!imported.includes(policy))
    throw new WrongWords(`No policy ${policy} was imported. There are: ${imported.join(', ') || 'none'}`);
  const agreements = stored?.school.agreements.filter((entry) => entry.policy === policy).map(({ id }) => id) ?? [];
  if (agreements.length > 0)
    throw new WrongWords(
      `People agree to words in ${policy}: take ${agreements.join(', ')} out of the school file first`,
    );
  await forgetImport(records, school.id, policy);
  return policy;
}
