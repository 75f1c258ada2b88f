import { DateTime } from 'luxon';
import { elementsOf } from '../rules/pages-tree';
import { changeWords } from '../stories/new-words';
import { push } from '../stories/raise';
import { FILLED, makeLink, openPhone, PAGES_AT } from '../stories/visit';
import { openWorld, type World } from '../world';

let world: World;
let phone: Awaited<ReturnType<typeof openPhone>>;
let address: string;

beforeEach(async () => {
  world = await openWorld({ at: '2026-11-24T10:15', pagesAt: PAGES_AT });
  phone = await openPhone(world);
  ({ address } = await makeLink(world));
});

afterEach(async () => {
  expect(world.logged).toEqual([]);
  await phone.close();
  await world.close();
});

async function acts() {
  return (await world.records.listPrefix('agreed|')).rows.map(({ value }) => value as Record<string, string>);
}

describe('the page on which people without an account agree', () => {
  test('may run and fetch nothing, and sends its form to this house alone', async () => {
    const { headers } = await phone.open(address);

    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
    );
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toContain('noindex');
  });

  test('has a label for each field, and no script, picture or address from elsewhere', async () => {
    const { body } = await phone.open(address);

    const seen = elementsOf(body);
    const labelled = new Set(
      seen.filter(({ tag }) => tag === 'label').flatMap(({ attributes: { htmlFor = [] } }) => htmlFor as string[]),
    );
    const fields = seen.filter(({ tag, attributes }) => tag === 'input' && attributes.type !== 'hidden');
    expect(fields.map(({ attributes }) => attributes.id).filter((id) => !labelled.has(String(id)))).toEqual([]);
    expect(fields.map(({ attributes }) => attributes.name)).toEqual(
      expect.arrayContaining(['name', 'designation', 'organisation', 'read']),
    );
    expect(seen.filter(({ tag }) => /^(script|img|link|iframe|object|video)$/.test(tag))).toEqual([]);
    expect(
      seen.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => /^on|src|action/i.test(name)),
    ).toEqual([]);
  });

  test('has a sheet with the code to print, which the same link opens', async () => {
    const { shown } = await makeLink(world, { lasts: 'year', label: 'Front desk' });
    const poster = JSON.stringify(shown.all.map(({ card }) => card)).match(/https:\/\/[^"]+\/poster\?[^"]+/)?.[0] ?? '';

    const { status, body, text } = await phone.open(poster);

    expect(status).toBe(200);
    const code = elementsOf(body).find(({ tag }) => tag === 'svg');
    expect(code?.attributes).toMatchObject({ role: 'img', ariaLabel: 'A code with the address of the page' });
    expect(text).toContain('This code works to the end of 23 November 2027.');
    const printed = /https:\/\/\S+/.exec(text)?.[0] ?? '';
    expect(printed).toBe(poster.replace('/poster', ''));
    expect((await phone.open(printed)).text).toContain('Please read this and agree to it');
  });

  test('is described to a program that only asks for the headers, and takes nothing but a form', async () => {
    expect(await phone.ask(address, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      expect((await phone.ask(address, { method })).status).toBe(405);
  });
});

describe('a link that does not open it', () => {
  const bent: [what: string, bend: (link: URL) => void][] = [
    ['has lost its signature', ({ searchParams }) => searchParams.delete('signature')],
    ['has half a signature', ({ searchParams }) => searchParams.set('signature', 'abc')],
    ['was made to last longer', ({ searchParams }) => searchParams.set('until', '9999999999')],
    ['was bent to another agreement', (link) => (link.pathname = link.pathname.replace('aup-visitors', 'aup-staff'))],
    ['was bent to another school', (link) => (link.pathname = link.pathname.replace('oak-lane', 'elm-wood'))],
    ['was bent to another link', (link) => (link.pathname = link.pathname.replace(/\w{6}$/, 'abcdef'))],
    ['goes deeper', (link) => (link.pathname += '/more')],
    ['names nothing', (link) => (link.pathname = '/pages/agree/')],
    ['names what no name can be', (link) => (link.pathname = '/pages/agree/oak-lane/aup-visitors/%E0%A4%A')],
  ];

  test.each(bent)('because it %s is told so without a word of the school, and takes no form', async (_, bend) => {
    const { hidden } = await phone.open(address);
    const link = new URL(address);
    bend(link);

    for (const { status, text } of [
      await phone.open(link.href),
      await phone.send(link.href, { ...hidden, ...FILLED }),
    ]) {
      expect(status).toBe(403);
      expect(text).toContain('This link does not open anything.');
      expect(text).not.toMatch(/oak|school-/i);
    }
    expect(await acts()).toEqual([]);
  });

  test('because its day is over says so kindly; also to a form that was opened before', async () => {
    const { hidden } = await phone.open(address);
    await world.moveTo('2026-11-24T23:59');
    const late = await phone.open(address);
    await world.moveTo('2026-11-25T00:00');

    const [page, form] = [await phone.open(address), await phone.send(address, { ...hidden, ...FILLED })];

    expect(late.status).toBe(200);
    for (const { status, text } of [page, form]) {
      expect(status).toBe(410);
      expect(text).toContain('This link has run out.');
      expect(text).toContain('ask at the school office');
    }
    expect(await acts()).toEqual([]);
  });

  test('because the office ended it says so; what was agreed before stays', async () => {
    await phone.agree(address);
    const { hidden } = await phone.open(address);
    const [link] = (await world.records.listPrefix('visitor-link|')).rows;
    const shown = await world.press('office', 'agreement/visitor-link', { link: link?.key.split('|')[1] });
    const asked = await push(world, 'office', shown, 'End this link');
    const ended = await push(world, 'office', asked, 'Yes, end it');

    const [page, form] = [await phone.open(address), await phone.send(address, { ...hidden, ...FILLED })];

    expect(asked.text).toContain('printed codes of it stop working');
    expect(ended.text).toContain('It was ended: 10:15.');
    expect([page.status, form.status]).toEqual([410, 410]);
    expect(page.text).toContain('This link has been ended.');
    expect(await acts()).toHaveLength(1);
  });

  test('because the agreement is for staff alone by now says so; also to a form that was opened before', async () => {
    const { hidden } = await phone.open(address);
    const [[id, household] = []] = [...world.house.households];
    if (!id || !household) throw new Error('a world has one school');
    const agreements = household.school.agreements.map((each) => ({ ...each, audience: ['staff' as const] }));
    const households = world.house.households as Map<string, typeof household>;
    households.set(id, { ...household, school: { ...household.school, agreements } });

    const [page, form] = [await phone.open(address), await phone.send(address, { ...hidden, ...FILLED })];

    expect([page.status, form.status]).toEqual([410, 410]);
    expect(page.text).toContain('There is nothing to agree to here any more.');
    expect(await acts()).toEqual([]);
  });

  test('because the school, the link or the agreement is gone says so', async () => {
    const { agreeLinks } = world.house;
    const until = DateTime.fromISO('2026-11-25').toUnixInteger();
    const honest = (named: Record<string, string>) =>
      agreeLinks?.address({ school: 'oak-lane', agreement: 'aup-visitors', link: 'abcdef', until, ...named }) ?? '';

    const gone: Record<string, string>[] = [{}, { school: 'closed' }, { agreement: 'aup-parents' }];
    for (const named of gone) {
      const { status, text } = await phone.open(honest(named));
      expect(status).toBe(410);
      expect(text).toContain('There is nothing to agree to here any more.');
    }
  });
});

describe('a form that cannot be taken', () => {
  const LONG = 'x'.repeat(50_000);
  const wrong: [what: string, fields: Record<string, string>, says: string[]][] = [
    [
      'nothing in it',
      { name: '', designation: '', read: '' },
      ['Please type your full name.', 'Please choose one.', 'Please tick this'],
    ],
    ['no tick', { read: '' }, ['Please tick this if you have read the words']],
    ['a designation that the school does not list', { designation: 'headteacher' }, ['Please choose one.']],
    ['a name of 50,000 letters', { name: LONG }, ['That is too long for a name.']],
    ['an organisation of 50,000 letters', { organisation: LONG }, ['Please use at most 120 letters.']],
    ['a name with mark-up', { name: '<script>alert(1)</script>' }, ['That name has signs that cannot be kept.']],
    ['a name of two lines', { name: 'One\nTwo' }, ['That name has signs that cannot be kept.']],
    ['a name without a letter', { name: '12345' }, ['That is too short for a name.']],
    ['a name that nobody can see', { name: '\u202e\u200b\u0000\u2066' }, ['Please type your full name.']],
  ];

  test.each(wrong)(
    'with %s says so beside the field, keeps what was typed and agrees to nothing',
    async (_, fields, says) => {
      const { hidden } = await phone.open(address);

      const { status, body, text } = await phone.send(address, { ...hidden, ...FILLED, ...fields });

      expect(status).toBe(422);
      for (const words of says) expect(text).toContain(words);
      const seen = elementsOf(body);
      const invalid = seen.flatMap(({ attributes: { ariaDescribedBy = [] } }) => ariaDescribedBy as string[]);
      expect(invalid).toHaveLength(says.length);
      for (const id of invalid) expect(seen.map(({ attributes }) => attributes.id)).toContain(id);
      for (const [name, value] of Object.entries({ ...FILLED, ...fields })) {
        if (name !== 'name' && name !== 'organisation') continue;
        const typed = seen.find(({ attributes }) => attributes.name === name)?.attributes.value;
        expect(String(typed)).toBe(value.replace(/[\u202e\u200b\u0000\u2066]/g, '').slice(0, 200));
      }
      expect(seen.filter(({ tag }) => tag === 'script')).toEqual([]);
      expect(await acts()).toEqual([]);
    },
  );

  test('as it stands is taken once it was mended: what was right need not be typed again', async () => {
    const { hidden } = await phone.open(address);
    const again = await phone.send(address, { ...hidden, ...FILLED, name: '' });

    const receipt = await phone.send(address, { ...again.hidden, ...FILLED });

    expect(again.body).toMatch(/id="read"[^>]* checked/);
    expect(again.body).toMatch(/value="contractor"[^>]* checked/);
    expect(receipt.status).toBe(200);
    expect(await acts()).toHaveLength(1);
  });

  test('keeps a name without the signs that turn it round or hide in it', async () => {
    await phone.agree(address, { ...FILLED, name: 'Music\u202e teacher\u200b' });

    expect((await acts())[0]).toMatchObject({ name: 'Music teacher', typedName: 'Music teacher' });
  });

  test.each([
    ['application/json', '{"name":"x"}', 415],
    ['text/plain', 'name=x', 415],
    ['multipart/form-data; boundary=x', '--x--', 415],
    ['application/x-www-form-urlencoded', `name=${'x'.repeat(600 * 1024)}`, 413],
  ])('of %s is turned away with a word and no more', async (type, body, status) => {
    const answer = await phone.ask(address, { method: 'POST', body, headers: { 'content-type': type } });

    expect(answer.status).toBe(status);
    expect(await acts()).toEqual([]);
  });

  test('that ends in the middle of a sign, or says a field twice, is shown again', async () => {
    const { hidden } = await phone.open(address);
    const body = `${new URLSearchParams({ ...hidden, designation: 'visitor', read: 'yes' })}&name=A%E0%A4&name=B&organisation=%ED%A0%80`;

    const { status, text } = await phone.ask(address, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

    expect(status).toBe(422);
    expect(text).toContain('That name has signs that cannot be kept.');
    expect(await acts()).toEqual([]);
  });
});

describe('a form that is sent', () => {
  test('twice is one act, and shows the same receipt', async () => {
    const { hidden } = await phone.open(address);
    const first = await phone.send(address, { ...hidden, ...FILLED });
    await world.pass({ minutes: 3 });
    const second = await phone.send(address, { ...hidden, ...FILLED });

    expect(second.text).toBe(first.text);
    expect(await acts()).toHaveLength(1);
  });

  test.each([
    ['name', 'Somebody else'],
    ['designation', 'visitor'],
    ['organisation', ''],
  ])(
    'on a shared screen by the next person, with another %s, shows them nobody else’s receipt and loses nothing',
    async (field, value) => {
      const { hidden } = await phone.open(address);
      await phone.send(address, { ...hidden, ...FILLED });
      const theirs = { ...FILLED, [field]: value };
      const again = await phone.send(address, { ...hidden, ...theirs });

      expect(again.status).toBe(409);
      expect(again.text).toContain('Somebody has agreed from this page before you.');
      expect(again.text).not.toContain('You have agreed');
      expect(again.body).toContain(`value="${theirs.name}"`);
      expect(again.body).not.toMatch(/id="read"[^>]* checked/);
      expect(await acts()).toHaveLength(1);

      expect((await phone.send(address, { ...again.hidden, ...theirs })).text).toContain('You have agreed.');
      expect(await acts()).toHaveLength(2);
    },
  );

  test('three times at one moment is one act', async () => {
    const { hidden } = await phone.open(address);
    const sent = [1, 2, 3].map(() => phone.send(address, { ...hidden, ...FILLED }));

    for (const { status, text } of await Promise.all(sent)) {
      expect(status).toBe(200);
      expect(text).toContain('Thank you. You have agreed.');
    }
    expect(await acts()).toHaveLength(1);
  });

  test('by thirty people at one moment is thirty acts, counted on the link', async () => {
    const agreed = await Promise.all(
      Array.from({ length: 30 }, (_, n) => phone.agree(address, { ...FILLED, name: `Guest ${n}` })),
    );

    expect(new Set(agreed.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set((await acts()).map(({ person }) => person)).size).toBe(30);
    const [link] = (await world.records.listPrefix('visitor-link|')).rows;
    expect(link?.value).toMatchObject({ agreed: 30 });
  });

  test.each([
    ['after two hours', (form: string) => form, { hours: 2 }],
    ['that was made up', () => `${'0'.repeat(24)}.${'x'.repeat(43)}`, {}],
    ['without what it is known by', () => '', {}],
  ])('%s is shown again with what was typed, and agrees to nothing', async (_, bend, later) => {
    const { hidden } = await phone.open(address);
    await world.pass(later);

    const again = await phone.send(address, { ...hidden, ...FILLED, form: bend(hidden.form ?? '') });
    expect(again.status).toBe(409);
    expect(again.text).toContain('What you typed is still here.');
    expect(again.body).toContain('value="Plumber of the boiler"');
    expect(await acts()).toEqual([]);

    expect((await phone.send(address, { ...again.hidden, ...FILLED })).status).toBe(200);
  });

  test('from the page of another link agrees to nothing', async () => {
    const other = await makeLink(world, { label: 'Another' });
    const { hidden } = await phone.open(other.address);

    expect((await phone.send(address, { ...hidden, ...FILLED })).status).toBe(409);
    expect(await acts()).toEqual([]);
  });

  test('after the words have changed shows the new ones, and asks for the tick again', async () => {
    const { hidden } = await phone.open(address);
    await changeWords(world, 'Agreement for visitors', '1. I will wear a badge.');

    const again = await phone.send(address, { ...hidden, ...FILLED });
    expect(again.status).toBe(409);
    expect(again.text).toContain('The school has changed the words since you opened this page.');
    expect(again.text).toContain('I will wear a badge.');
    expect(again.body).toContain('value="Plumber of the boiler"');
    expect(again.body).not.toMatch(/id="read"[^>]* checked/);
    expect(await acts()).toEqual([]);

    const receipt = await phone.send(address, { ...again.hidden, ...FILLED });
    expect(receipt.text).toContain('I will wear a badge.');
    expect((await acts())[0]?.hash).toBe(again.hidden.words);
  });
});

describe('too many at once', () => {
  test('from one address are asked to wait a minute, whatever they open, and others are not', async () => {
    const from = (who: string, to = address) => phone.ask(to, { headers: { 'x-forwarded-for': `1.2.3.4, ${who}` } });
    const made = await Promise.all(Array.from({ length: 240 }, () => from('192.0.2.1', `${PAGES_AT}/pages/agree/x`)));
    const refused = await from('192.0.2.1');

    expect(new Set(made.map(({ status }) => status))).toEqual(new Set([403]));
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(refused.text).toContain('Please wait a minute');
    expect((await from('192.0.2.2')).status).toBe(200);
  });

  test('people who agree by one link are asked to wait, and those by another link are not', async () => {
    const other = await makeLink(world, { label: 'Another' });
    const agreed = await Promise.all(
      Array.from({ length: 62 }, (_, n) => phone.agree(address, { ...FILLED, name: `Guest ${n}` })),
    );

    expect(agreed.filter(({ status }) => status === 429)).toHaveLength(2);
    expect(await acts()).toHaveLength(60);
    expect((await phone.agree(other.address)).status).toBe(200);
  });

  test('what is no form that could be kept uses up nobody’s share', async () => {
    const { hidden } = await phone.open(address);
    const junk = [{ name: '' }, { ...hidden, ...FILLED, name: '' }, { ...FILLED, form: 'made-up' }];
    for (let n = 0; n < 40; n += 1) await Promise.all(junk.map((fields) => phone.send(address, fields)));

    expect((await phone.agree(address)).status).toBe(200);
  });
});
