import { actionsOf } from '../../cards/walk';
import { sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';
import { push, raise } from './raise';
import { askFor, decideOn, YES } from './request-school';

const PAGES = 'https://lantern.example.org';
const phones = { policy: 'phones-and-cameras', due: '2026-09-12' };

describe('What a review should know', () => {
  test('comes with the reminder: who agreed, concerns by area, questions and findings, in numbers alone', async () => {
    const world = await openWorld({ at: '2026-11-24T10:15', pagesAt: PAGES });
    for (let n = 0; n < 6; n++) await raise(world, { by: 'teacher', story: { story: `Canary ${n}` } });
    for (let n = 0; n < 2; n++)
      await raise(world, { by: 'assistant', category: 'grooming', story: { story: 'Canary' } });
    await raise(world, { by: 'assistant', category: 'scam', story: { story: 'Canary alone' } });
    // The governors' report is made, and goes out.
    for (const at of ['2026-12-11T09:00', '2027-01-04T09:00', '2027-01-07T09:00']) await world.moveTo(at);

    const text =
      world.sentTo('chair').findLast(({ text: said }) => said.includes('Online safety policy is due'))?.text ?? '';
    expect(text).toContain('Since 14 January 2026, when it was last approved:');
    expect(text).toContain('Conduct: what somebody does or says online: 6 concerns in the governors’ reports.');
    expect(text).toContain(
      'Contact: somebody getting in touch with a child online: concerns in the governors’ reports, too few to say.',
    );
    expect(text).not.toContain('Canary');
    expect(text).not.toMatch(/OL-\d\d-/);
    await world.close();
  });

  test('says nothing of concerns that the governors’ report has not said: no number moves when one is raised', async () => {
    const world = await openWorld({ at: '2026-11-24T10:15' });
    const evidence = async () => {
      const { text } = await world.press('governor', 'review/evidence', { policy: 'online-safety' });
      return text.split('\n').filter((line) => line.includes('concerns'));
    };
    for (let n = 0; n < 7; n++) await raise(world, {});
    for (let n = 0; n < 2; n++) await raise(world, { category: 'nudes' });
    for (let n = 0; n < 2; n++) await raise(world, { category: 'grooming' });
    const before = await evidence();
    await world.moveTo('2026-12-11T09:00');
    const draft = await evidence();
    await world.moveTo('2027-01-04T09:00');
    const reported = await evidence();
    await raise(world, {});
    await raise(world, { category: 'scam' });

    expect([before, draft]).toEqual([[], []]);
    // 9 in all would say that 2 are the other kind, which the report does not.
    expect(reported.join()).toContain(
      '7 concerns in the governors’ reports, and others of which there were too few to say.',
    );
    expect(await evidence()).toEqual(reported);
    await world.close();
  });

  test('looks back on a year where nobody knows when it was approved, and does not say that it was then', async () => {
    const [first] = sampleSchool.policies;
    const world = await openWorld({
      at: '2026-11-24T10:15',
      school: { agreements: [], policies: [{ ...first, approvedOn: undefined }] },
    });
    for (let n = 0; n < 6; n++) await raise(world, {});
    for (const at of ['2026-12-11T09:00', '2027-01-04T09:00']) await world.moveTo(at);
    const { text } = await world.press('governor', 'review/evidence', { policy: 'online-safety' });

    expect(text).toContain('In the year since 4 January 2026:');
    expect(text).not.toContain('last approved');
    await world.close();
  });

  test('says how many have agreed to the words of a policy, and opens as a page by a signed address', async () => {
    const world = await openWorld({
      at: '2026-11-24T10:15',
      pagesAt: PAGES,
      school: {
        policies: sampleSchool.policies.map((policy) =>
          policy.id === 'acceptable-use' ? { ...policy, approver: 'headteacher', every: 'P1Y' } : policy,
        ),
      },
    });
    const asked = await world.say('guest', 'my agreements');
    const show = asked.all.flatMap(({ buttons }) => buttons).find(({ verb }) => verb === 'agreement/show');
    const ask = await world.press('guest', 'agreement/show', show?.data ?? {});
    const agree = ask.all.flatMap(({ buttons }) => buttons).find(({ verb }) => verb === 'agreement/agree');
    await world.press('guest', 'agreement/agree', { ...agree?.data, name: 'Visiting music teacher' });
    const shown = await world.press('governor', 'review/evidence', { policy: 'acceptable-use' });

    // There is one visitor: the number would tell of them.
    expect(shown.text).not.toContain('Agreement for visitors');
    expect(shown.text).toContain('Agreement for staff, governors and volunteers: 0 of 10 have agreed.');
    expect(shown.text).toContain('It is approved by the headteacher.');
    expect(shown.text).toContain('It is reviewed every year.');
    expect(shown.text).toContain('Whether the law asks for this policy was not checked.');
    expect(JSON.stringify(shown.all[0]?.card)).toContain(`${PAGES}/pages/review/oak-lane/acceptable-use?until=`);
    expect((await world.press('teacher', 'review/evidence', phones)).text).toContain('You cannot open this one.');
    await world.close();
  });

  test('says how many new services were allowed, whose risk assessments may ask for a change', async () => {
    const world = await openWorld({ at: '2026-11-24T10:15' });
    const tool = {
      ...{ called: 'Story Room', reason: 'Shared writing', pupils: 'Year 6', holds: 'First names', age: '13' },
      ...{ risks: 'Strangers could write to a child', care: 'Chat is switched off', consulted: 'The ICT lead' },
    };
    const first = await askFor(world, 'teacher', tool, 'request a new technology');
    await askFor(world, 'assistant', { ...tool, called: 'Word Fun' }, 'request a new technology');
    const evidence = async () => (await world.press('governor', 'review/evidence', { policy: 'online-safety' })).text;
    const before = await evidence();
    await decideOn(world, 'head', first.ref, { ...YES, until: '' });
    await decideOn(world, 'head', 'RQ-26-0002', { verdict: 'no', reason: 'It shows adverts', until: '' });

    expect(before).not.toContain('new online service');
    expect(await evidence()).toContain('One new online service was allowed.');
    await world.close();
  });

  test.each([
    ['Safeguarding training', 'Child protection policy', 'safeguarding'],
    ['Online safety training', 'Online safety policy', 'online-safety'],
  ])('says of how many %s is in date, of all who are here and need it, for the %s', async (line, title, training) => {
    const [first] = sampleSchool.policies;
    const policies = [{ ...first, title }];
    const people = [
      ...sampleSchool.people,
      { id: 'gone', name: 'Left last week', roles: ['staff'], leavesOn: '2026-11-20' },
      { id: 'next', name: 'Comes in January', roles: ['staff'], startsOn: '2027-01-04' },
    ];
    const world = await openWorld({ at: '2026-11-24T10:15', school: { agreements: [], policies, people } });
    const evidence = async () => (await world.press('governor', 'review/evidence', { policy: 'online-safety' })).text;
    const before = await evidence();
    const record = (who: string, on: string) =>
      world.press('office', 'training/do-record', { training, people: who, on });
    await record('teacher', '2026-09-02');
    await record('assistant', '2025-12-01');
    await record('ict', '2025-11-01');

    expect(before).not.toContain(line);
    expect(await evidence()).toContain(`${line}: 2 of 8 are in date today.`);
    await world.close();
  });

  test('says nothing of training where fewer than five need it, nor for a policy about something else', async () => {
    const [first, ...others] = sampleSchool.policies;
    const training = {
      kinds: [{ id: 'online-safety', for: { offices: ['dsl', 'deputy', 'headteacher', 'ictLead'] } }],
    };
    const world = await openWorld({ at: '2026-11-24T10:15', school: { agreements: [], training } });
    for (const who of ['lead', 'head'])
      await world.press('office', 'training/do-record', { training: 'online-safety', people: who, on: '2026-09-02' });

    for (const { id } of [first, ...others].flatMap((policy) => policy ?? []))
      expect((await world.press('governor', 'review/evidence', { policy: id })).text).not.toContain('training');
    await world.close();
  });

  test('counts the questions that a policy did not answer, and forgets what was asked', async () => {
    const world = await openWorld({ at: '2026-11-24T10:15', school: { agreements: [] } });
    for (const words of [
      'can I bring my dog to school',
      'how much is a school dinner',
      'what do we do about phones that pupils sell online',
    ])
      await world.say('teacher', words);
    const rows = (await world.records.listPrefix('count|declined')).rows;

    expect(rows.map(({ key, value }) => [key, value])).toEqual([
      ['count|declined-phones-and-cameras|2026-11', { times: 2 }],
      ['count|declined|2026-11', { times: 2 }],
    ]);
    await world.close();
  });
});

/** The buttons that lead to a page, with where they lead. */
function linksOf({ all }: Awaited<ReturnType<World['say']>>): [string, string][] {
  const actions = all.flatMap(({ card }) => actionsOf(card));
  return actions.flatMap((action) => (action.type === 'Action.OpenUrl' ? [[action.title, action.url]] : []));
}

describe('The list of policies that the law asks for', () => {
  test('says which policies answer to it, where it comes from and when it was read', async () => {
    const safeguarding = { id: 'safe', file: 'online-safety.md', title: 'Child protection policy', owner: 'lead' };
    const world = await openWorld({ at: '2026-11-24T10:15', school: { agreements: [], policies: [safeguarding] } });
    const shown = await world.say('governor', 'statutory policies');
    const list = await world.say('governor', 'reviews due');
    const opened = await push(world, 'governor', list, 'What the law asks for');

    expect(shown.text).toContain('Safeguarding and child protection: Child protection policy');
    expect(shown.text).toContain('I have no policy with a title like these\nAdmissions\n');
    expect(shown.text).toContain(
      'the Department for Education’s list for maintained schools, read on 30 November 2026',
    );
    expect(shown.text).not.toContain('https://');
    expect(linksOf(shown)).toEqual([['Read the list on GOV.UK', expect.stringMatching(/^https:\/\/www\.gov\.uk\//)]]);
    expect(opened.text).toBe(shown.text);
    await world.close();
  });

  test('claims nothing for Wales, where nothing was checked', async () => {
    const world = await openWorld({ at: '2026-11-24T10:15', school: { nation: 'wales', agreements: [] } });
    const shown = await world.say('governor', 'statutory policies');

    expect(shown.text).toContain('No list was checked for your nation.');
    expect(linksOf(shown)).toEqual([]);
    await world.close();
  });
});
