import { basename, extname } from 'node:path';
import { z } from 'zod';
import type { School } from '../../domain/school';
import { printRoutes, routeScenario, ScenarioRow } from '../../handlers/concern/scenario';
import { readSchoolFile } from '../../infra/directory';
import { type Command, readWords, type Terminal, WrongWords } from './command';
import { filesIn, readJsonLines } from './files';

const SCHOOL_ENDINGS = ['.yaml', '.yml'] as const;
/** A row names its school by the name of its file, without the ending. */
const Row = ScenarioRow.extend({ school: z.string() });

/** Shows who would receive a concern, before anybody has one. */
export const route: Command = {
  name: 'route',
  usage: ['route --schools DIR --scenarios FILE.jsonl', 'route --school FILE'],
  does: 'who would receive and open each scenario, as JSON lines; or the whole table of one school, as text',
  async run(words, terminal) {
    const { values, positionals } = readWords(words, {
      schools: { type: 'string' },
      scenarios: { type: 'string' },
      school: { type: 'string' },
    });
    const { schools, scenarios, school } = values;
    if (positionals.length > 0) throw new WrongWords(`${positionals[0]} is not understood`);
    if (schools && scenarios && !school) return routeAll(schools, scenarios, terminal);
    if (!school || schools || scenarios)
      throw new WrongWords('route needs --schools and --scenarios, or --school alone');
    terminal.print(printRoutes((await readSchoolFile(school)).school).trimEnd());
    return 0;
  },
};

async function routeAll(folder: string, scenarios: string, terminal: Terminal): Promise<number> {
  const schools = new Map<string, School>();
  for (const path of await filesIn([folder], SCHOOL_ENDINGS)) {
    schools.set(basename(path, extname(path)), (await readSchoolFile(path)).school);
  }
  const { rows, code } = await readJsonLines(scenarios, Row, terminal);
  for (const row of rows) {
    const school = schools.get(row.school);
    if (!school) throw new WrongWords(`Row ${row.id}: there is no school file ${row.school} in ${folder}`);
    terminal.print(JSON.stringify(routeScenario(row, school)));
  }
  return code;
}
