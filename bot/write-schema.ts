import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { schoolJsonSchema } from '../infra/school-schema';

/** Where the schema stands; a test says when it has fallen behind: `npm run build && node dist/bot/write-schema.js && npx biome format --write manifest`. */
export const SCHEMA_FILE = join(dirname(require.resolve('#root')), 'manifest', 'school.schema.json');

export function schemaText(): string {
  return `${JSON.stringify(schoolJsonSchema(), null, 2)}\n`;
}

if (require.main === module) writeFileSync(SCHEMA_FILE, schemaText());
