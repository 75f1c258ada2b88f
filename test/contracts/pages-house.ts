import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { dispatch } from '../../bot/dispatch';
import { deskOf, type Household } from '../../bot/house';
import { type Running, start } from '../../bot/main';
import { expand } from '../../cards/expand';
import { findPerson } from '../../domain/people';
import type { Act } from '../../handlers/capability';
import { sampleSchool } from '../sample-school';

/** A policy of a school that was given, by its id: the words of its file, written in Markdown. */
export type Policies = Readonly<Record<string, string>>;

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export type PagesHouse = Awaited<ReturnType<typeof openPagesHouse>>;

/** The real program on a free port, with schools whose policies a test has written. */
export async function openPagesHouse(
  schools: Readonly<Record<string, Policies>>,
  env: NodeJS.ProcessEnv = {},
  more: Readonly<Record<string, unknown>> = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-pages-'));
  const logged: string[] = [];
  let running: Running | undefined;

  /** One school after the other: each is remembered, and the last start serves all of them. */
  async function serve(school: string, policies: Policies, port = '0'): Promise<void> {
    await running?.stop();
    running = await start(
      {
        PORT: port,
        LANTERN_HOME: join(folder, 'home'),
        LANTERN_KEY: 'a-secret-of-the-tests-alone',
        LANTERN_SCHOOL: writeSchool(folder, school, policies, more),
        ...env,
      },
      { say: () => undefined, log: (what, facts) => void logged.push(`${what} ${JSON.stringify(facts)}`) },
    );
  }
  for (const [school, policies] of Object.entries(schools)) await serve(school, policies);

  function bot(): Running {
    if (!running) throw new Error('no school was given');
    return running;
  }

  function household(school: string): Household {
    const found = bot().house.households.get(school);
    if (!found) throw new Error(`${school} is not served`);
    return found;
  }

  /** The card that somebody is shown for what they did. */
  async function turn(school: string, who: string, act: Act) {
    const person = findPerson(household(school).school, who);
    const id = `${who} ${JSON.stringify(act)}`;
    const arrival = { id, household: household(school), person, where: 'private' as const, act };
    const [view] = (await dispatch(arrival, bot().house)).here ?? [];
    if (!view) throw new Error('nothing was answered');
    return expand(view, { nation: 'england', schoolName: household(school).school.name });
  }

  return {
    logged,
    running: bot,
    /** The link to a policy, at the first clause that says this. */
    link(school: string, policy: string, words?: string): string {
      const { library } = household(school);
      const clauses = library.policy(policy)?.document.clauses ?? [];
      const clause = words === undefined ? undefined : clauses.find(({ text }) => text.includes(words));
      const link = deskOf(bot().house, household(school)).readInFull(policy, clause?.id);
      if (link === undefined || (words !== undefined && !clause)) throw new Error(`no link to "${words}" in ${policy}`);
      return link;
    },
    /** The card that answers a question of the teacher. */
    answerTo: (school: string, question: string) =>
      turn(school, 'teacher', { kind: 'said', text: question, pictures: 0 }),
    turn,
    /** Puts other words in the place of a policy and starts again, as after an import. */
    replace: (school: string, policies: Policies) => serve(school, policies, new URL(bot().url).port),
    async close(): Promise<void> {
      await bot().stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeSchool(folder: string, id: string, policies: Policies, more: Readonly<Record<string, unknown>>): string {
  const own = join(folder, id);
  mkdirSync(own, { recursive: true });
  for (const [policy, words] of Object.entries(policies)) writeFileSync(join(own, `${policy}.md`), words);
  const entries = Object.keys(policies).map((policy) => ({
    id: policy,
    file: `${policy}.md`,
    title: `About ${policy}`,
  }));
  const file = join(own, 'school.yaml');
  const { places: _places, ...school } = sampleSchool;
  writeFileSync(
    file,
    stringify({
      ...school,
      id,
      name: `The school ${id}`,
      tenants: { teams: id },
      policies: entries,
      agreements: [],
      ...more,
    }),
  );
  return file;
}

/** A request as it is written: nothing of the address is tidied up on the way. */
export function ask(
  link: string,
  { method = 'GET', path }: { method?: string; path?: string } = {},
): Promise<Answered> {
  const { hostname, port, pathname, search } = new URL(link);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path: path ?? pathname + search, method }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on('error', reject);
    asked.end();
  });
}
