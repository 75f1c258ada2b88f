import { start } from '../../bot/main';
import { lineLog } from '../../infra/log';
import { keepPolicy } from '../../infra/stored-policies';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { lantern, newFolder, schoolHome } from '../contracts/cli-terminal';

/** The real program beside a command line that imports into the same home. */
async function openBot() {
  const env = { ...schoolHome(), PORT: '0' };
  const logged: string[] = [];
  const running = await start(env, { say: () => undefined, log: lineLog((line) => void logged.push(line)) });
  const household = () => {
    const found = running.house.households.get('elm');
    if (!found) throw new Error('the school is served');
    return found;
  };
  const answer = (question: string) => household().library.find(question).clauses[0]?.clause.text;
  return { env, logged, running, household, answer };
}

function saved(name: string, ...lines: string[]): string {
  const file = join(newFolder(), name);
  writeFileSync(file, lines.join('\n\n'));
  return file;
}

describe('A bot that is running', () => {
  test('answers from a new version of a policy without a restart', async () => {
    const { env, running, answer } = await openBot();
    const rule = 'Staff may use a drone in the playground when the headteacher has agreed.';

    await lantern(env, 'import', saved('online-safety.md', '# Online safety policy', '## 1. Drones', rule));
    expect(answer('may staff use a drone in the playground')).not.toBe(rule);
    await running.ticker.settle();

    expect(answer('may staff use a drone in the playground')).toBe(rule);
    await running.stop();
  });

  test('takes in a policy that the school did not have', async () => {
    const { env, running, household } = await openBot();

    await lantern(env, 'import', saved('drones.md', '# Drones policy', '## 1. Drones', 'Drones are flown outside.'));
    await running.ticker.settle();

    expect(household().library.policy('drones')?.document.title).toBe('Drones policy');
    expect(household().school.policies.map(({ id }) => id)).toContain('drones');
    await running.stop();
  });

  test('goes on answering from the version before when the newest cannot be read, and its log says so', async () => {
    const { running, household, logged } = await openBot();
    const before = household().library.policy('online-safety')?.document.clauses;

    const { records } = household();
    await keepPolicy(
      records,
      'online-safety',
      'online-safety.pdf',
      Buffer.from('%PDF-1.7 cut'),
      '2026-11-24T10:15:00.000Z',
    );
    await running.ticker.settle();

    expect(household().library.policy('online-safety')?.document.clauses).toEqual(before);
    expect(household().behind).toEqual(['online-safety']);
    expect(logged.join('')).toContain('"policy unreadable","school":"elm","ref":"online-safety"');
    await running.stop();
  });

  test('reads nothing again while nothing has changed', async () => {
    const { running, household } = await openBot();
    await running.ticker.settle();
    const { library } = household();

    await running.ticker.settle();

    expect(household().library).toBe(library);
    await running.stop();
  });
});
