import { deskOf } from '../../bot/house';
import { sayFor } from '../../cards/say';
import { aboutPerson } from '../../handlers/agreement/about-person';
import { sampleSchool } from '../sample-school';
import { householdIn, openWorld, type World } from '../world';
import { push } from './raise';

/* What is kept around agreements beside the acts: questions, and what the office noted about one person. */

const STAFF = 'aup-staff';
const AT = '2026-11-24T10:15';

let world: World;
afterEach(() => world.close());

async function begin(more: Record<string, unknown> = {}) {
  const policies = [{ ...sampleSchool.policies[1], reviewOn: '2070-01-01' }];
  world = await openWorld({ at: AT, school: { policies, ...more } });
  await world.settle();
}

async function ask(person: string) {
  const form = await world.press(person, 'agreement/question', { agreement: STAFF });
  await push(world, person, form, 'Send my question', { question: 'Does this hold for my own telephone as well?' });
}

/** What two people decide: one looks and proposes, another agrees. */
async function remove(kind: string) {
  const looked = await world.press('head', 'retention/kind', { kind });
  await push(world, 'head', looked, 'Propose to remove them …');
  await world.settle();
  const { rows } = await world.records.listPrefix('retention-proposal|');
  await world.press('dpo', 'retention/approve', { proposal: Object(rows[0]?.value).id });
  await world.settle();
}

const keysOf = async (prefix: string) => (await world.records.listPrefix(prefix)).rows.map(({ key }) => key);

/** One thing that the office did, as it is kept. */
async function note(kind: string, person: string, reason: string, at: string) {
  const value = { agreement: STAFF, number: 1, kind, person, reason, by: 'office', at };
  await world.records.commit([{ op: 'insert', key: `campaign-fact|${STAFF}|${at}|${kind}|${person}`, value }]);
}

describe('A question before agreeing', () => {
  test('that nobody answered ends by its age, also where whoever asked it has simply agreed', async () => {
    await begin();
    await ask('teacher');
    const shown = await world.press('teacher', 'agreement/show', { agreement: STAFF });
    await push(world, 'teacher', shown, 'I have read it and agree', { name: 'Class teacher' });
    const before = await keysOf('agreement-question|');
    await world.moveTo('2029-11-26T10:00');
    await remove('question');

    expect(before).toHaveLength(1);
    expect(await keysOf('agreement-question|')).toEqual([]);
  });

  test('that still waits at its end goes, and whoever asked it waits no longer', async () => {
    await begin();
    await ask('assistant');
    await world.moveTo('2029-11-26T10:00');
    await remove('question');
    const place = await world.records.get(`place|${STAFF}|assistant`);

    expect(await keysOf('agreement-question|')).toEqual([]);
    expect(place?.value).toMatchObject({ state: 'outstanding' });
    expect(place?.value).not.toHaveProperty('question');
  });
});

describe('What the office noted about one person', () => {
  const REASON = 'Is on leave until the heron is back.';

  test('is in what they may ask for, with its reason, and not in what another may', async () => {
    await begin();
    await world.press('office', 'agreement/do-exempt', { agreement: STAFF, person: 'assistant', reason: REASON });
    await note('paper-taken-back', 'assistant', 'It was another paper.', '2026-11-25T10:00:00.000Z');
    const desk = deskOf(world.house, householdIn(world));
    const told = async (person: string) =>
      (await aboutPerson(person, '', desk)).sections
        .flatMap(({ lines }) => (lines ?? []).map(sayFor(world.school)))
        .join('\n');

    expect(await told('assistant')).toContain(
      `24 November 2026: Agreement for staff, governors and volunteers: you need not agree this time. Reason: ${REASON}`,
    );
    expect(await told('assistant')).toContain('your signature on paper was taken back. Reason: It was another paper.');
    expect(await told('teacher')).not.toMatch(/heron|another paper/);
  });

  test('has the end of an agreement, but not while they are here and need not agree because of it', async () => {
    const people = sampleSchool.people.map((person) =>
      person.id === 'teacher' ? { ...person, leavesOn: '2026-12-18' } : person,
    );
    await begin({ people });
    for (const person of ['teacher', 'assistant'])
      await world.press('office', 'agreement/do-exempt', { agreement: STAFF, person, reason: REASON });
    await note('paper-taken-back', 'teacher', 'It was another paper.', '2026-11-25T10:00:00.000Z');
    await world.moveTo('2033-11-28T10:00');
    await remove('agreement');

    expect(await keysOf('campaign-fact|')).toEqual([expect.stringMatching(/\|exempted\|assistant$/)]);
  });
});
