import { statSync } from 'node:fs';

/**
 * Tells whether a database is still the file that was opened: SQLite itself goes on writing to one that was replaced,
 * deleted or cut short under it, and all of that is gone with the process.
 * @returns is called after each write. @throws when what was written is in no file that will be found again.
 */
export function guardFile(file: string): () => void {
  const { ino } = statSync(file);
  let longest = 0;

  return () => {
    const now = statSync(file, { throwIfNoEntry: false });
    if (!now || now.ino !== ino || now.size < longest)
      throw new Error('The database was replaced, deleted or cut short while Lantern runs.');
    longest = now.size;
  };
}
