import { sampleSchool } from '../sample-school';
import { choicesFor, LEAST, push, QUIET, raise } from '../stories/raise';
import { SITE, YES } from '../stories/request-school';
import { FILLED, makeLink, openPhone, PAGES_AT } from '../stories/visit';
import type { Stage, Story } from './stage';

/** Presses a button of what was shown; what comes must be acknowledged by these words. */
async function press(
  { world, tell }: Stage,
  person: string,
  shown: Awaited<ReturnType<Stage['tell']>>,
  title: string,
  received: RegExp,
  inputs: Record<string, string> = {},
) {
  return tell(() => push(world, person, shown, title, inputs), received);
}

export const RAISED: Story = {
  name: 'a concern is raised',
  options: { school: QUIET },
  async run(stage) {
    const { world, tell, rest } = stage;
    const danger = await tell(() => world.say('teacher', 'report concern'), /Is someone in danger now/);
    const kind = await press(stage, 'teacher', danger, 'No, go on', /Who is it about/);
    const { area } = choicesFor('pupil', 'cyberbullying');
    const chosen = await press(stage, 'teacher', kind, 'Next', /Which is nearest/, { about: 'pupil', area });
    const category = { category: 'cyberbullying' };
    const form = await press(stage, 'teacher', chosen, 'Next', /What to do, and what not to do/, category);
    const look = await press(stage, 'teacher', form, 'Check before you send', /Send to the DSL|has been told/, LEAST);
    await press(
      stage,
      'teacher',
      look,
      'Send to the DSL',
      /Your reference is OL-26-0001|sent already[\s\S]*OL-26-0001/,
    );
    await rest();
  },
};

export const WORKED: Story = {
  name: 'a concern is opened, noted and closed',
  options: { school: QUIET },
  ready: raise,
  async run(stage, before) {
    const { ref } = before as Awaited<ReturnType<typeof raise>>;
    const { world, tell, rest } = stage;
    const opened = await tell(() => world.press('lead', 'concern/open', { ref }), /A child showed me unkind messages/);
    await rest();
    const taken = await press(stage, 'lead', opened, 'I will take it', /In hand, Safeguarding lead/);
    const noting = await press(stage, 'lead', taken, 'Add a note', /Add the note/);
    const noted = await press(stage, 'lead', noting, 'Add the note', /Spoke with them/, { note: 'Spoke with them.' });
    const closing = await press(stage, 'lead', noted, 'Close it', /How did it end|Close it/);
    const end = { outcome: 'support-in-school', recorded: 'copied', where: 'C-1234', note: '' };
    await press(stage, 'lead', closing, 'Close it', /Closed/, end);
    await rest();
  },
};

const AGREED: Story = {
  name: 'somebody agrees',
  options: { at: '2026-11-21T12:00' },
  async run(stage) {
    const { world, tell, rest } = stage;
    const mine = await tell(() => world.say('teacher', 'my agreements'), /Read and agree/);
    const ask = await press(stage, 'teacher', mine, 'Read and agree', /I have read it and agree/);
    await press(stage, 'teacher', ask, 'I have read it and agree', /Thank you\. Agreed|agreed/i, { name: 'A teacher' });
    await rest();
  },
};

const ASKED: Story = {
  name: 'somebody asks for permission and gets it',
  options: { school: QUIET },
  async run(stage) {
    const { world, tell, rest } = stage;
    const form = await tell(() => world.say('teacher', 'unblock a site'), /Why/);
    const receipt = await press(stage, 'teacher', form, 'Send', /RQ-26-0001/, SITE);
    await rest();
    const request = /RQ-\d\d-\d{4}/.exec(receipt.text)?.[0] ?? '';
    const deciding = await tell(() => world.press('ict', 'request/decide', { request }), /Decide/);
    await press(stage, 'ict', deciding, 'Decide', /Open until 4 December 2026|decided already/, YES);
    await rest();
  },
};

const REPORTED: Story = {
  name: 'the governors’ report goes out',
  options: { at: '2026-12-10T12:00', school: QUIET },
  ready: (world) => world.settle(),
  async run({ world, tell, rest }) {
    await world.moveTo('2026-12-11T08:01');
    await rest();
    await tell(() => world.press('head', 'report/fine', { report: '2026-12-18' }), /I have noted that it is fine/);
    await rest();
    await tell(() => world.press('governor', 'report/fine', { report: '2026-12-18' }), /I have noted that it is fine/);
    await rest();
  },
};

const policy = { ...sampleSchool.policies[0], id: 'online-safety', reviewOn: '2026-11-30' };

const RATIFIED: Story = {
  name: 'a review is ratified',
  options: { school: { policies: [policy], agreements: [] } },
  ready: (world) => world.settle(),
  async run({ world, tell, rest }) {
    const ratified = {
      policy: 'online-safety',
      due: '2026-11-30',
      on: '2026-11-20',
      minute: '7.2',
      nextOn: '2027-11-30',
    };
    await tell(() => world.press('chair', 'review/ratified', ratified), /2027/);
    await rest();
  },
};

const duty = { id: 'report', title: 'Weekly filter report', office: 'ictLead', every: '1 week', from: '2026-09-04' };

const NUDGED: Story = {
  name: 'somebody is reminded',
  options: { at: '2026-11-26T12:00', school: { ...QUIET, duties: [duty] } },
  ready: (world) => world.settle(),
  async run({ world, tell, rest }) {
    await world.moveTo('2026-11-27T09:00');
    await rest();
    await tell(
      () => world.press('ict', 'duty/done-today', { duty: 'report', due: '2026-11-27' }),
      /Done on 27 November/,
    );
    await rest();
  },
};

export const VISITED: Story = {
  name: 'somebody without an account agrees on the page',
  options: { pagesAt: PAGES_AT, at: '2026-11-21T12:00' },
  async ready(world) {
    return makeLink(world);
  },
  async run({ world, tell }, before) {
    const { address } = before as Awaited<ReturnType<typeof makeLink>>;
    const phone = await openPhone(world);
    const on = async (page: Promise<{ text: string }>) => ({ ...NOTHING, text: (await page).text });
    try {
      let hidden: Readonly<Record<string, string>> = {};
      await tell(async () => {
        const page = await phone.open(address);
        hidden = page.hidden;
        return on(Promise.resolve(page));
      }, /I will plug nothing into a school computer/);
      await tell(() => on(phone.send(address, { ...hidden, ...FILLED })), /Thank you\. You have agreed/);
    } finally {
      await phone.close();
    }
  },
};

const NOTHING = { here: [], privately: [], all: [] };

/** The two that matter most come first. */
export const STORIES: readonly Story[] = [RAISED, WORKED, AGREED, ASKED, REPORTED, RATIFIED, NUDGED, VISITED];
