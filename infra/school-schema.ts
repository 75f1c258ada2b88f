import { z } from 'zod';
import { School } from '../domain/school';

/** The school file as JSON Schema, for editors that check YAML while it is typed. The file is `manifest/school.schema.json`. */
export function schoolJsonSchema(): Record<string, unknown> {
  return { title: 'School file of Lantern', ...z.toJSONSchema(School, { io: 'input', target: 'draft-7' }) };
}
