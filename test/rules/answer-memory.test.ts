import { DateTime } from 'luxon';
import { memoryOf } from '../../bot/memory';
import type { Records } from '../../infra/records';

/** A school, as far as a memory knows one. */
const school = () => ({}) as Records;
const at = (minute: number) => DateTime.fromMillis(minute * 60_000);

describe('The last question of a person', () => {
  test('is remembered for ten minutes and no longer', () => {
    const records = school();
    memoryOf(records, at(0)).remember('teacher', 'may I');

    expect(memoryOf(records, at(10)).recall('teacher')).toBe('may I');
    expect(memoryOf(records, at(10.1)).recall('teacher')).toBeUndefined();
  });

  test('is their own, and their school’s own', () => {
    const [one, other] = [school(), school()];
    memoryOf(one, at(0)).remember('teacher', 'may I');

    expect(memoryOf(one, at(1)).recall('head')).toBeUndefined();
    expect(memoryOf(other, at(1)).recall('teacher')).toBeUndefined();
  });

  test('is forgotten first where it was asked longest ago, when more people ask than can be remembered', () => {
    const memory = memoryOf(school(), at(0));
    for (let person = 0; person < 600; person += 1) memory.remember(`p${person}`, 'may I');

    expect(memory.recall('p0')).toBeUndefined();
    expect(memory.recall('p99')).toBeUndefined();
    expect(memory.recall('p100')).toBe('may I');
    expect(memory.recall('p599')).toBe('may I');
  });
});
