import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { openPageLinks } from '../../infra/page-links';

const NOW = DateTime.fromISO('2026-11-24T10:15', { zone: 'Europe/London' }) as DateTime<true>;
const ORIGIN = 'https://lantern.example.org';
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/);
const link = fc.record({
  school: id,
  policy: id,
  version: fc.stringMatching(/^[0-9a-f]{16}$/),
  clause: fc.stringMatching(/^(c\d{1,5})?$/),
});

function readBy(links: ReturnType<typeof openPageLinks>, address: string, now = NOW) {
  const { pathname, searchParams } = new URL(address);
  const [school = '', policy = ''] = pathname.replace('/pages/policy/', '').split('/').map(decodeURIComponent);
  return links.read(school, policy, searchParams, now);
}

describe('the link to a page', () => {
  const links = openPageLinks(randomBytes(32), ORIGIN);

  test('opens what it was made for, and says so word for word', () => {
    fc.assert(
      fc.property(link, (named) => {
        expect(readBy(links, links.address(named, NOW))).toEqual({ ok: true, link: named });
      }),
    );
  });

  test('opens nothing once a single sign was changed in anything that it says', () => {
    const said = fc.constantFrom('version', 'clause', 'until', 'signature');
    fc.assert(
      fc.property(link, said, fc.nat(), fc.constantFrom(...'abcXYZ019-_'), (named, name, at, sign) => {
        const url = new URL(links.address(named, NOW));
        const value = url.searchParams.get(name) ?? '';
        const index = at % (value.length + 1);
        const changed = value.slice(0, index) + sign + value.slice(index + 1);
        fc.pre(changed !== value);
        url.searchParams.set(name, changed);

        expect(readBy(links, url.href)).toEqual({ ok: false, why: 'forged' });
      }),
      { numRuns: 500 },
    );
  });

  test('to one policy opens no other and no other school’s, and one of another house nothing here', () => {
    const elsewhere = openPageLinks(randomBytes(32), ORIGIN);
    fc.assert(
      fc.property(link, id, id, fc.constantFrom('school', 'policy', 'both'), (named, school, policy, bends) => {
        const to = {
          school: bends === 'policy' ? named.school : school,
          policy: bends === 'school' ? named.policy : policy,
        };
        fc.pre(to.school !== named.school || to.policy !== named.policy);
        const [from, there] = [named, to].map((each) => `/${each.school}/${each.policy}?`);
        const bent = links.address(named, NOW).replace(from ?? '', there ?? '');

        expect(readBy(links, bent)).toEqual({ ok: false, why: 'forged' });
        expect(readBy(links, elsewhere.address(named, NOW))).toEqual({ ok: false, why: 'forged' });
      }),
    );
  });

  test.each([
    ['a minute before eight hours are over', { hours: 7, minutes: 59 }, true],
    ['after eight hours', { hours: 8 }, false],
    ['a year later', { years: 1 }, false],
  ])('%s is open: %#', (_, later, isOpen) => {
    const address = links.address({ school: 'oak-lane', policy: 'phones', version: 'a', clause: '' }, NOW);

    const reading = readBy(links, address, NOW.plus(later));

    expect(reading).toMatchObject(isOpen ? { ok: true } : { ok: false, why: 'expired' });
  });

  test('is short enough for a button of either platform, whatever the school calls itself', () => {
    const named = { school: 's'.repeat(64), policy: 'p'.repeat(64), version: 'f'.repeat(16), clause: 'c99999' };

    expect(links.address(named, NOW).length).toBeLessThan(500);
  });
});
