import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openTeamsClient } from '../test/connector/client';
import type { FakeConnector } from '../test/connector/connector';
import { openRaiser } from './raiser';
import { sampleSchool } from '../test/sample-school';
import { rateOf } from './load';
import { type Program, startProgram } from './program';

const REST_MS = 1500;
const TELLING_TRIES = 200;
const QUESTION = 'can I use my own phone to take pictures on the trip';
const PEOPLE = sampleSchool.people.map(({ teams }) => teams).slice(0, 4);
const TRIAGE = '19:triage@thread.tacv2';
const POLICIES = join(dirname(require.resolve('#root')), 'policies');

export interface Figures {
  readonly start: number;
  readonly memory: number | undefined;
  readonly rates: Readonly<Record<string, number>>;
}

/** A bot that says again what was said. */
export async function roundOfEcho(connector: FakeConnector): Promise<Figures> {
  const program = await startProgram('bench/echo.js', (port) => [[String(port)], {}]);
  return measured(program, async () => ({ echo: await messages(program, connector, QUESTION) }));
}

/** Lantern as a school of one machine runs it, with a new store that is written through to the disk. */
export async function roundOfLantern(connector: FakeConnector): Promise<Figures> {
  connector.setMembers(TRIAGE, [{ id: '29:lead' }, { id: '29:second-lead' }]);
  const home = mkdtempSync(join(tmpdir(), 'lantern-bench-'));
  try {
    const school = join(home, 'school.yaml');
    writeFileSync(school, JSON.stringify(schoolAt(connector.url)));
    const settings = { LANTERN_HOME: home, LANTERN_SCHOOL: school };
    const program = await startProgram('bot/main.js', (port) => [[], { ...settings, PORT: String(port) }]);
    return await measured(program, async () => ({
      help: await messages(program, connector, 'help'),
      question: await messages(program, connector, QUESTION),
      report: await reports(program, connector),
    }));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Started, left alone for a moment, and then asked; it is stopped whatever comes of that. */
async function measured(program: Program, ask: () => Promise<Record<string, number>>): Promise<Figures> {
  try {
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    const memory = program.memory();
    return { start: program.startedWithinMs, memory, rates: await ask() };
  } finally {
    await program.stop();
  }
}

async function messages({ url }: Program, connector: FakeConnector, text: string): Promise<number> {
  const client = openTeamsClient({ bot: url, serviceUrl: connector.url });
  const send = async (person: string) => {
    const { status } = await client.sendText(person, text);
    if (status !== 200) throw new Error(`"${text}" was answered with ${status}`);
  };
  await warmUp(send);
  const before = connector.recorded.length;
  const rate = await rateOf(PEOPLE, send);
  if (connector.recorded.length === before) throw new Error(`nobody was told anything after "${text}"`);
  return rate;
}

/** The whole way from "report concern" to the receipt, five presses; the leads are told at the same time. */
async function reports({ url }: Program, connector: FakeConnector): Promise<number> {
  const receipts = new Set<string>();
  const raisers = new Map(PEOPLE.map((person) => [person, openRaiser(url, connector.url, person, receipts)]));
  let raised = 0;
  const raise = async (person: string) => {
    await raisers.get(person)?.();
    raised++;
  };
  await warmUp(raise);
  const rate = await rateOf(PEOPLE, raise);
  await untilTold(url);
  if (receipts.size !== raised) throw new Error(`${raised} reports and ${receipts.size} receipts`);
  return rate;
}

/** Everything that the reports owe has gone out; `/health` counts at most once a second. */
async function untilTold(url: string): Promise<void> {
  for (let tries = 0; tries < TELLING_TRIES; tries++) {
    const answer = await fetch(`${url}/health`);
    const { outbox } = (await answer.json()) as { outbox: { waiting: number } };
    if (outbox.waiting === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('what was owed did not go out');
}

/** Each person twice, unmeasured: code that has never run is not what a school lives with. */
async function warmUp(once: (person: string) => Promise<void>): Promise<void> {
  for (let times = 0; times < 2; times++) await Promise.all(PEOPLE.map(once));
}

/** The sample school, with nothing that it would say unasked, and a triage place in the connector. */
function schoolAt(serviceUrl: string) {
  const places = { triage: { for: ['pupil', 'system'], teams: TRIAGE, serviceUrl } };
  const policies = sampleSchool.policies.map((policy) => ({
    ...policy,
    file: join(POLICIES, policy.file),
    reviewOn: '2099-01-01',
  }));
  return { ...sampleSchool, places, policies, agreements: [] };
}
