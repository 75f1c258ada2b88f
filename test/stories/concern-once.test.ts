import { openWorld, type World } from '../world';
import { button, push, QUIET, raise } from './raise';

let world: World;
let ref: string;

beforeEach(async () => {
  world = await openWorld({ school: QUIET });
  ({ ref } = await raise(world, {}));
});
afterEach(() => world.close());

const AGENCY = { agency: 'police', on: '2026-11-24', to: 'The desk', theirRef: '7', consent: 'given', why: 'Advice.' };
const TASK = { what: 'Ring the nurse', owner: 'lead', dueOn: '2026-11-30' };
const PART = { kind: 'data', story: 'The list of the class went to a wrong address.' };

async function kinds() {
  const { rows } = await world.records.listPrefix(`chronology|${ref}|`);
  return rows.map(({ value }) => String(Object(value).kind)).filter((kind) => kind !== 'viewed');
}

describe('A form of a case that is sent twice', () => {
  test.each([
    ['refer', 'Keep it', AGENCY, 'referred'],
    ['task', 'Add the task', TASK, 'task'],
    ['part', 'Send it', PART, 'part'],
    ['note', 'Add the note', { note: 'Spoke with the nurse.' }, 'note'],
  ])('one after the other and at the same moment is one fact: %s', async (name, save, typed, kind) => {
    const form = await world.press('lead', `concern/${name}`, { ref });
    const { verb, data } = button(form, save);
    const send = () => world.press('lead', verb, { ...data, ...typed });
    await Promise.all([send(), send(), send()]);
    const again = await send();

    expect((await kinds()).filter((each) => each === kind)).toHaveLength(1);
    expect(again.text).toContain('That form was sent already. I kept it once.');
    expect((await world.records.listPrefix('concern|')).rows).toHaveLength(kind === 'part' ? 2 : 1);
  });

  test('with something to mend in between is kept, and a second form with the same words is a second fact', async () => {
    const form = await world.press('lead', 'concern/task', { ref });
    const mend = await push(world, 'lead', form, 'Add the task', { ...TASK, dueOn: '2026-11-01' });
    await push(world, 'lead', mend, 'Add the task', TASK);
    await push(world, 'lead', await world.press('lead', 'concern/task', { ref }), 'Add the task', TASK);

    expect((await kinds()).filter((each) => each === 'task')).toHaveLength(2);
  });
});
