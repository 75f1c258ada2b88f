import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HeldPolicy, PolicyDocument } from '../../library';
import { readHere } from '../../library/read-here';

const MODELS = join(__dirname, '../../policies');
const SAMPLES = join(__dirname, '../../../shared/policies');

/** Whether the sample policies of other schools lie beside the project; they are not part of it. */
export const hasSamples = existsSync(SAMPLES);
if (!hasSamples) console.info('The sample policies (../shared/policies) are absent: their tests have nothing to read.');

export interface Shelved {
  readonly file: string;
  readonly source: string;
  readonly document: PolicyDocument;
}

/** The project's own model policies, read as `lantern import` reads them. */
export function modelPolicies(): Promise<Shelved[]> {
  return shelve(MODELS, '.md');
}

/** Five policies of real schools, or none where they are absent. */
export function samplePolicies(): Promise<Shelved[]> {
  return hasSamples ? shelve(SAMPLES, '.txt') : Promise.resolve([]);
}

export async function documentOf(file: Uint8Array | string): Promise<PolicyDocument> {
  const reading = await readHere(file, 'a policy');
  if (!reading.ok) throw new Error(`it was not read: ${reading.why}`);
  return reading.document;
}

export function held(shelf: readonly Shelved[]): HeldPolicy[] {
  return shelf.map(({ file, document }) => ({
    policy: { id: file.replace('.md', ''), title: document.title, file },
    document,
  }));
}

async function shelve(folder: string, ending: string): Promise<Shelved[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith(ending));
  return Promise.all(
    files.sort().map(async (file) => {
      const bytes = readFileSync(join(folder, file));
      const reading = await readHere(bytes, file);
      if (!reading.ok) throw new Error(`${file} was not read: ${reading.why}`);
      return { file, source: bytes.toString('utf8'), document: reading.document };
    }),
  );
}
