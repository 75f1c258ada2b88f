import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { KEY_ROW, localWrapper, masterKeyFrom, openSeal, Unsealable } from '../../infra/seal';
import { sealWith } from '../../infra/sealed-text';
import { openSqlite } from '../../infra/sqlite';
import type { Store } from '../../infra/store';

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const key = randomBytes(32);
const seal = sealWith(key);
const anyText = fc.string({ unit: 'grapheme', maxLength: 80 });

describe('What is sealed', () => {
  test('is found by a token that is the same for the same words, and otherwise for other words and other keys', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        fc.pre(text !== other);
        const token = seal.blind(text);

        expect(token).toMatch(/^[\w-]{22}$/);
        expect(seal.blind(text)).toBe(token);
        expect(seal.blind(other)).not.toBe(token);
        expect(sealWith(randomBytes(32)).blind(text)).not.toBe(token);
      }),
    );
  });

  test('opens again at the address where it was sealed', () => {
    fc.assert(
      fc.property(anyText, anyText, (address, plain) => {
        expect(seal.open(address, seal.seal(address, plain))).toBe(plain);
      }),
    );
  });

  test('opens at no other address and with no other key', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (address, other, plain) => {
        fc.pre(address !== other);
        const sealed = seal.seal(address, plain);

        expect(() => seal.open(other, sealed)).toThrow(Unsealable);
        expect(() => sealWith(randomBytes(32)).open(address, sealed)).toThrow(Unsealable);
      }),
    );
  });

  test('does not open once a single sign of it was changed, added or taken away', () => {
    const sealed = seal.seal('oak|concern|1', 'She told me at break.');

    for (let at = 0; at < sealed.length; at += 1) {
      const other = SIGNS[(SIGNS.indexOf(sealed.charAt(at)) + 1 + (at % 62)) % SIGNS.length] ?? '';
      for (const changed of [other, '', `${sealed[at]}${other}`, `${sealed[at]} `, '=']) {
        expect(() => seal.open('oak|concern|1', sealed.slice(0, at) + changed + sealed.slice(at + 1))).toThrow(
          Unsealable,
        );
      }
    }
  });

  test.each(['', 'A', 'AQ', 'not sealed at all', '{"plain":"text"}', 'A'.repeat(39), 'A'.repeat(40), '\u0000'])(
    '%j was never sealed',
    (text) => {
      expect(() => seal.open('oak|a', text)).toThrow(Unsealable);
    },
  );

  test('looks different every time, and shows nothing of what it holds when it does not open', () => {
    const [one, two] = [seal.seal('oak|a', 'the same words'), seal.seal('oak|a', 'the same words')];

    expect(one).not.toBe(two);
    expect(one).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('same');
    expect(() => seal.open('oak|b', one)).toThrow(
      /^What was sealed here was changed, moved, or sealed with another key\.$/,
    );
  });

  test('needs a key of full length', () => {
    expect(() => sealWith(randomBytes(16))).toThrow();
  });
});

describe('The master key', () => {
  test('comes from the secret: the same from the same, another from another, none from none', () => {
    expect(masterKeyFrom('a long secret')).toHaveLength(32);
    expect(masterKeyFrom('a long secret')).toEqual(masterKeyFrom('a long secret'));
    expect(masterKeyFrom('a long secret')).not.toEqual(masterKeyFrom('a long secret.'));
    expect(() => masterKeyFrom('  ')).toThrow();
  });
});

describe("A school's seal", () => {
  const master = randomBytes(32);
  let store: Store;
  beforeEach(() => {
    store = openSqlite(':memory:');
  });
  afterEach(() => store.close());

  test('is the same for everybody who opens it, even for the first ten at the same moment', async () => {
    const seals = await Promise.all(Array.from({ length: 10 }, () => openSeal(store, 'oak', master)));
    const later = await openSeal(store, 'oak', master);

    for (const one of seals) expect(later.open('oak|a', one.seal('oak|a', 'words'))).toBe('words');
  });

  test('is kept wrapped: nothing in the store opens what it sealed', async () => {
    const oak = await openSeal(store, 'oak', master);
    const row = await store.get('oak', KEY_ROW);
    const wrapped = String(row?.value.wrapped);

    const unwrapped = await localWrapper(master, 'oak').unwrap(wrapped);

    expect(sealWith(unwrapped).open('oak|a', oak.seal('oak|a', 'words'))).toBe('words');
    expect(Object.keys(row?.value ?? {})).toEqual(['wrapped']);
    expect(Buffer.from(wrapped, 'base64url').includes(unwrapped)).toBe(false);
    expect(Buffer.from(wrapped, 'base64url').includes(unwrapped.toString('base64'))).toBe(false);
  });

  test('does not open under another master key, nor in the place of another school', async () => {
    await openSeal(store, 'oak', master);
    const row = await store.get('oak', KEY_ROW);
    await store.insert('elm', KEY_ROW, row?.value ?? {});

    await expect(openSeal(store, 'oak', randomBytes(32))).rejects.toThrow(/LANTERN_KEY/);
    await expect(openSeal(store, 'elm', master)).rejects.toThrow(Unsealable);
  });

  test('of one school opens nothing of another', async () => {
    const [oak, elm] = [await openSeal(store, 'oak', master), await openSeal(store, 'elm', master)];

    expect(() => elm.open('oak|a', oak.seal('oak|a', 'words'))).toThrow(Unsealable);
  });
});
