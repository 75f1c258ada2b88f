import { sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';
import { QUIET, raise } from './raise';

/** Asked on 7 September, due on 28 September; the lists come two days after. */
const ASKED = '2026-09-05T12:00';
const LISTED = '2026-09-30T09:00';
const TO_MANAGER = [{ when: '2 days after', every: '1 week', to: ['manager'] }];

type More = Readonly<Record<string, unknown>>;

/** The sample school with what is different about some of its people. */
function peopleWith(changes: Readonly<Record<string, More>>) {
  return sampleSchool.people.map((person) => ({ ...person, ...changes[person.id] }));
}

const MANAGED = peopleWith({
  teacher: { manager: 'second-lead' },
  assistant: { manager: 'ict' },
  lead: { manager: 'second-lead' },
});

const [staffAgreement] = sampleSchool.agreements;
const agreements = [staffAgreement];
const policies = sampleSchool.policies.map((policy) => ({ ...policy, reviewOn: '2029-01-01' }));

/** Lives until the lists have gone out. */
async function untilListed(people: readonly object[], more: More = {}): Promise<World> {
  const ladders = { agreement: TO_MANAGER };
  const world = await openWorld({ at: ASKED, school: { people, policies, agreements, ladders, ...more } });
  for (const at of ['2026-09-07T09:00', LISTED]) await world.moveTo(at);
  return world;
}

function listsTo(world: World, person: string, card = 'agreement/outstanding') {
  return world.sentTo(person).filter(({ card: { name } }) => name === card);
}

/** Who has had a list of agreements, by their id. */
function listed(world: World): string[] {
  return world.arrived.filter(({ card }) => card.name === 'agreement/outstanding').map(({ to }) => to);
}

describe('A line manager whom the school wants to know who has not agreed', () => {
  test('has once a week a list of their own people and of nobody else; the office has those who have no line manager', async () => {
    const world = await untilListed(MANAGED);
    const [second, ict, office] = ['second-lead', 'ict', 'office'].map((id) => listsTo(world, id)[0]?.text ?? '');

    expect(second).toContain('2 agreements are still missing');
    for (const name of ['Class teacher, Year 4 (staff)', '\nSafeguarding lead (staff)']) expect(second).toContain(name);
    expect(second).not.toMatch(/Teaching assistant|ICT lead|Headteacher/);
    expect(second).toContain('Why you: your school wants you to know of these people.');
    expect(ict).toContain('Teaching assistant, Year 1 (staff)');
    expect(ict).not.toContain('Class teacher');
    expect(office).toContain('ICT lead (staff)');
    expect(office).not.toMatch(/Class teacher|Teaching assistant|Safeguarding lead \(/);
    expect(office).toContain('you keep the school');
    await world.moveTo('2026-10-02T09:00');
    expect(listsTo(world, 'ict')).toHaveLength(1);
    await world.moveTo('2026-10-05T09:00');
    expect(listsTo(world, 'ict')).toHaveLength(2);
    await world.close();
  });

  test('and whom nobody looks after, because they are the office manager, are on the headteacher’s', async () => {
    const world = await untilListed(MANAGED);

    expect(listsTo(world, 'head')[0]?.text).toContain('Office manager (staff)');
    expect(listsTo(world, 'head')[0]?.text).not.toContain('Headteacher (staff)');
    expect(listsTo(world, 'office')[0]?.text).not.toContain('Office manager (staff)');
    await world.close();
  });

  test.each([
    ['has left', { 'second-lead': { leavesOn: '2026-09-28' } }],
    ['is away for days', { 'second-lead': { away: ['2026-09-29/2026-10-12'] } }],
    ['has no account', { 'second-lead': { teams: undefined, slack: undefined } }],
    ['is the person themselves', { teacher: { manager: 'teacher' } }],
  ])('who %s: the office manager has the list', async (_, changes) => {
    const both: Record<string, More> = { teacher: { manager: 'second-lead' }, ...changes };
    const world = await untilListed(peopleWith(both));
    // Whoever has no account was on a list of the first week: the next one has both.
    await world.moveTo('2026-10-05T09:00');

    expect(listsTo(world, 'office').at(-1)?.text).toContain('Class teacher, Year 4');
    expect(listed(world)).not.toContain('second-lead');
    expect(listed(world)).not.toContain('teacher');
    await world.close();
  });

  test('hears nothing unless the school says so: as ever the office manager has all of them', async () => {
    const world = await untilListed(MANAGED, { ladders: {} });
    await world.moveTo('2026-10-20T09:00');

    expect([...new Set(listed(world))]).toEqual(['office']);
    expect(listsTo(world, 'office')[0]?.text).toContain('Class teacher, Year 4');
    await world.close();
  });

  test('does not have those whom chat does not reach: only the office can write down what was signed on paper', async () => {
    const cook = { id: 'cook', name: 'School cook', roles: ['staff'], manager: 'ict' };
    const world = await untilListed([...MANAGED, cook]);

    expect(listsTo(world, 'office')[0]?.text).toContain('School cook (staff)');
    expect(
      listsTo(world, 'ict')
        .map(({ text }) => text)
        .join(),
    ).not.toContain('School cook');
    await world.close();
  });
});

describe('A line manager', () => {
  test('has a list of the training of their own people where the ladder says so, without the button to all of it', async () => {
    const ladders = { training: [{ when: 'on the day' }, { when: '1 day after', to: ['manager'] }] };
    const training = { since: '2026-11-01' };
    const school = { ...QUIET, people: MANAGED, ladders, training };
    const world = await openWorld({ at: '2026-11-23T10:15', school });
    await world.press('office', 'training/do-record', {
      ...{ training: 'safeguarding', people: 'teacher,assistant', on: '2025-11-23' },
    });
    await world.moveTo('2026-11-24T09:00');
    const [second] = listsTo(world, 'second-lead', 'training/late');

    expect(second?.text).toContain('Class teacher, Year 4: Safeguarding');
    expect(second?.text).not.toContain('Teaching assistant');
    expect(second?.text).not.toContain('All training');
    expect(listsTo(world, 'ict', 'training/late')[0]?.text).toContain('Teaching assistant, Year 1: Safeguarding');
    expect(listsTo(world, 'office', 'training/late')).toEqual([]);
    await world.close();
  });

  test('hears of a duty of somebody they look after where it says so, and cannot settle it', async () => {
    const ladder = [{ when: 'on the day' }, { when: '2 days after', to: ['manager'] }];
    const duties = [{ id: 'check', title: 'Security check', office: 'ictLead', on: '25 November', ladder }];
    const people = peopleWith({ ict: { manager: 'teacher' } });
    const world = await openWorld({ at: '2026-11-23T07:00', school: { ...QUIET, people, duties } });
    await world.settle();
    for (const day of ['2026-11-25', '2026-11-27']) await world.moveTo(`${day}T09:00`);
    const [card] = listsTo(world, 'teacher', 'duty/due');

    expect(world.arrived.map(({ to }) => to)).toEqual(['ict', 'teacher']);
    expect(card?.text).toContain('Security check');
    expect(card?.text).toContain('your school wants you to know');
    expect(card?.text).not.toMatch(/Done today|All duties|What was done/);
    await world.press('teacher', 'duty/done-today', { duty: 'check', due: '2026-11-25' });
    expect((await world.records.listPrefix('duty|')).rows).toEqual([]);
    await world.close();
  });

  test('sees who of their own people has confirmed, page by page, and nobody else’s', async () => {
    const ladder = [{ when: '1 week before' }, { when: '1 day after', to: ['manager'] }];
    const many = Array.from({ length: 22 }, (_, n) => ({
      ...{ id: `p${n}`, name: `Colleague ${n}`, roles: ['volunteer'], manager: 'ict', teams: `29:p${n}` },
    }));
    const people = [...peopleWith({ governor: { manager: 'teacher' } }), ...many];
    const says = { id: 'rules', title: 'The rules', office: 'officeManager', confirm: true };
    const duties = [{ ...says, on: '25 November', roles: ['volunteer', 'governor'], ladder }];
    const world = await openWorld({ at: '2026-08-31T12:00', school: { ...QUIET, people, duties } });
    await world.settle();
    await world.moveTo('2026-11-26T09:00');
    const [own] = listsTo(world, 'teacher', 'duty/confirmations');
    const [ict] = listsTo(world, 'ict', 'duty/confirmations');
    const more = await world.press('ict', 'duty/confirmations', { duty: 'rules', from: 20 });

    expect(own?.text).toContain('Online safety governor');
    expect(own?.text).not.toMatch(/Colleague|Chair of governors/);
    expect(ict?.text).toContain('0 confirmed, 0 still have time, 22 are late.');
    expect(more.text.match(/Colleague \d+/g)).toHaveLength(2);
    expect(more.text).not.toContain('Online safety governor');
    expect((await world.press('lead', 'duty/confirmations', { duty: 'rules' })).text).toContain('cannot open');
    await world.close();
  });

  test('hears nothing of a concern that somebody raises whom they look after', async () => {
    const world = await openWorld({ at: '2026-11-24T10:15', school: { ...QUIET, people: MANAGED } });
    await raise(world, { by: 'assistant' });
    for (const at of ['2026-11-24T15:00', '2026-11-26T09:00']) await world.moveTo(at);

    expect(world.arrived.map(({ to }) => to)).toContain('lead');
    expect(world.sentTo('ict')).toEqual([]);
    await world.close();
  });
});
