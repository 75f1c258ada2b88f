import { existsSync } from 'node:fs';
import type { ClassPlan } from '../../domain/class-list';
import { classesIn } from '../../domain/classes';
import type { School } from '../../domain/school';
import { heldFor } from '../../handlers/slip/keeping';
import { touchedBy } from '../../handlers/slip/rules';
import type { Held } from '../../handlers/slip/schema';
import { openRecords } from '../../infra/records';
import { openSeal } from '../../infra/seal';
import { listSchools } from '../../infra/stored-schools';
import { readSettings } from '../config';
import { openGround } from '../ground';
import type { Terminal } from './command';

/** Says of which pupils forms were noted that a new list leaves out or brings back: the forms hang on how a pupil is written. */
export async function tellNotedForms(
  school: School,
  { added, changed }: ClassPlan,
  year: number,
  terminal: Terminal,
): Promise<void> {
  const classes = [...added, ...changed];
  const held = await notedOf(school.id, classes, year, terminal);
  const known = classesIn(school, year);
  let isTouched = false;
  for (const each of classes) {
    const own = [...held].flatMap(([key, value]) => (key.startsWith(`${each.id}|`) ? [value] : []));
    const before = known.find(({ id }) => id === each.id)?.pupils ?? [];
    const { left, come } = touchedBy(before, each.pupils, own);
    if (left.length > 0) terminal.print(`forms    ${each.id}: noted for ${left.join(', ')}, who would leave the list`);
    if (come.length > 0)
      terminal.print(`forms    ${each.id}: noted before for ${come.join(', ')}, who would come to the list`);
    isTouched ||= left.length + come.length > 0;
  }
  if (isTouched) terminal.tell(SAY);
}

const SAY =
  'Forms that are back hang on how a pupil is written. If the same pupil is only written in another way, write them as before, or nothing is back for them. If another pupil has got these initials, give them a number (AB2), or they are taken for the first.';

/** What is noted of these classes where records are kept; nothing where none are, and none are begun for it. */
async function notedOf(
  school: string,
  classes: readonly { readonly id: string }[],
  year: number,
  { env }: Terminal,
): Promise<ReadonlyMap<string, Held>> {
  const settings = readSettings(env);
  if (settings.store.kind === 'sqlite' && !existsSync(settings.store.file)) return new Map();
  const { store, masterKey, olderKeys } = await openGround(settings);
  try {
    if (!(await listSchools(store)).some(({ id }) => id === school)) return new Map();
    const records = openRecords(store, await openSeal(store, school, [masterKey, ...(olderKeys ?? [])]), school);
    return await heldFor(classes, year, { records });
  } finally {
    await store.close();
  }
}
