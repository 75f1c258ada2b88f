import { openLibrary } from '../../library';
import { readHere } from '../../library/read-here';
import { sampleLibrary } from '../sample-school';
import type { World } from '../world';

/** The acceptable use policy has these words under this heading from now on, and nothing else. */
export async function changeWords(world: World, heading: string, words: string): Promise<void> {
  const policy = `# Acceptable use policy\n\n- Version: 1 December 2026\n\n## ${heading}\n\n${words}\n`;
  const reading = await readHere(Buffer.from(policy), 'acceptable-use.md');
  if (!reading.ok) throw new Error('the policy is readable');
  const { policies } = await sampleLibrary();
  const library = openLibrary(
    policies.map((held) => (held.policy.id === 'acceptable-use' ? { ...held, document: reading.document } : held)),
  );
  Object.assign(world.house.households.get(world.school.id) ?? {}, { library });
}
