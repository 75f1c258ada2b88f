import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { openAgreeRate } from '../../bot/agree-rate';
import { type AgreeLink, openAgreeLinks } from '../../infra/agree-links';
import { openPageLinks } from '../../infra/page-links';

const NOW = DateTime.fromISO('2026-11-24T10:15', { zone: 'Europe/London' }) as DateTime<true>;
const MASTER_KEY = randomBytes(32);
const links = openAgreeLinks(MASTER_KEY, 'https://lantern.example.org');
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/);
const link = fc.record({
  school: id,
  agreement: id,
  link: fc.stringMatching(/^[a-z2-9]{6}$/),
  until: fc.integer({ min: NOW.toUnixInteger() + 1, max: NOW.plus({ years: 1 }).toUnixInteger() }),
});
const SAMPLE: AgreeLink = {
  ...{ school: 'oak-lane', agreement: 'aup-visitors', link: 'k3f9qx' },
  until: NOW.plus({ days: 1 }).toUnixInteger(),
};

function readBy(address: string, now = NOW, by = links) {
  const { pathname, searchParams } = new URL(address);
  const [school = '', agreement = '', name = ''] = pathname
    .replace('/pages/agree/', '')
    .split('/')
    .map(decodeURIComponent);
  return by.read({ school, agreement, link: name }, searchParams, now);
}

describe('the link for people without an account', () => {
  test('opens what it was made for, and its sheet to print opens the same', () => {
    fc.assert(
      fc.property(link, (named) => {
        expect(readBy(links.address(named))).toEqual({ ok: true, link: named });
        expect(readBy(links.poster(named))).toEqual({ ok: true, link: named });
      }),
    );
  });

  test('opens nothing once a sign was changed, for another school, agreement or link, or in another house', () => {
    const elsewhere = openAgreeLinks(randomBytes(32), 'https://lantern.example.org');
    fc.assert(
      fc.property(
        link,
        link,
        fc.constantFrom('until', 'signature'),
        fc.constantFrom('0', 'x'),
        fc.constantFrom<'school' | 'agreement' | 'link'>('school', 'agreement', 'link'),
        (named, other, part, sign, bends) => {
          fc.pre(named[bends] !== other[bends]);
          const bent = links.address({ ...named, [bends]: other[bends] });
          const changed = new URL(links.address(named));
          changed.searchParams.set(part, `${changed.searchParams.get(part)}${sign}`);
          const [, query] = links.address(named).split('?');

          expect(readBy(changed.href)).toEqual({ ok: false, why: 'forged' });
          expect(readBy(`${bent.split('?')[0]}?${query}`)).toEqual({ ok: false, why: 'forged' });
          expect(readBy(links.address(named), NOW, elsewhere)).toEqual({ ok: false, why: 'forged' });
        },
      ),
    );
  });

  test('is not opened by the signature of a page of a policy', () => {
    const page = openPageLinks(MASTER_KEY, 'https://lantern.example.org');
    const policy = page.address({ school: 'oak-lane', policy: 'aup-visitors', version: 'k3f9qx', clause: '' }, NOW);
    const [, query] = policy.split('?');

    expect(readBy(`${links.address(SAMPLE).split('?')[0]}?${query}`)).toEqual({ ok: false, why: 'forged' });
  });

  test('is short enough for a code that any camera reads, and for a button of either platform', () => {
    const longest = { school: 's'.repeat(64), agreement: 'a'.repeat(64), link: 'k3f9qx', until: 9_999_999_999 };

    expect(links.address(SAMPLE).length).toBeLessThan(150);
    expect(links.poster(longest).length).toBeLessThan(400);
  });
});

describe('the form on its page', () => {
  const WORDS = 'a'.repeat(64);
  const form = links.form(SAMPLE, WORDS, NOW);

  test('is known again in its hour and in the next, and no longer', () => {
    const [made] = form.split('.');
    const at = (later: object) => links.formId(form, SAMPLE, WORDS, NOW.plus(later));

    expect([at({}), at({ minutes: 44 }), at({ minutes: 100 })]).toEqual([made, made, made]);
    expect([at({ minutes: 105 }), at({ days: 1 }), at({ hours: -1 })]).toEqual([undefined, undefined, undefined]);
  });

  test.each([
    ['another link', { ...SAMPLE, link: 'abcdef' }, WORDS],
    ['another agreement', { ...SAMPLE, agreement: 'aup-staff' }, WORDS],
    ['another school', { ...SAMPLE, school: 'elm-wood' }, WORDS],
    ['other words', SAMPLE, 'b'.repeat(64)],
  ])('is not known for %s', (_, named, words) => {
    expect(links.formId(form, named, words, NOW)).toBeUndefined();
  });

  test('is another one each time, and nothing that somebody made up is one', () => {
    expect(links.form(SAMPLE, WORDS, NOW)).not.toBe(form);
    fc.assert(
      fc.property(fc.string(), (made) => {
        expect(links.formId(made, SAMPLE, WORDS, NOW)).toBeUndefined();
      }),
    );
  });
});

test('forms of one link are taken sixty in a minute and a thousand in a day, and of another link all the same', () => {
  const rate = openAgreeRate(true);
  const sent = Array.from({ length: 1100 }, (_, n) => rate.sentTooOften('oak-lane', 'k3f9qx', n * 2000));

  expect(Array.from({ length: 61 }, () => rate.sentTooOften('oak-lane', 'abcdef', 0)).filter(Boolean)).toEqual([
    'busy',
  ]);
  expect(sent.filter(Boolean)).toEqual(Array.from({ length: 100 }, () => 'full'));
  expect(rate.sentTooOften('oak-lane', 'k3f9qx', 25 * 3_600_000)).toBeUndefined();
});
