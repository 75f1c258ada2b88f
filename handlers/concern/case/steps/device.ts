import { z } from 'zod';
import { phrase } from '../../../../cards/view';
import { Day } from '../../../../domain/school';
import { Short } from '../../schema';
import { IN_FUTURE, isFuture, today } from '../days';
import { Custody, Ground } from '../schema';
import type { Step } from '../step';

const shape = {
  what: Short.min(1),
  custody: Custody,
  ground: z.union([z.literal(''), Ground]).default(''),
  decidedWith: Short.default(''),
  to: Short.min(1),
  on: Day,
};

/**
 * Who has had a device that staff took, on which ground, where it lay, and to whom it went: the police will ask (S223, S225,
 * S439). Taking it is decided by two (S224).
 */
export const device: Step<typeof shape> = {
  name: 'device',
  verb: 'concern/do-device',
  shape,
  lines: () => [phrase('step.device.never')],
  fields: ({ concern }, desk) => [
    { id: 'what', kind: 'line', isNeeded: true, hasHint: true, value: concern.story?.device ?? '' },
    {
      id: 'custody',
      kind: 'options',
      isNeeded: true,
      choices: Custody.options.map((value) => ({ title: phrase(`custody.${value}`), value })),
    },
    {
      id: 'ground',
      kind: 'choice',
      choices: Ground.options.map((value) => ({ title: phrase(`ground.${value}`), value })),
    },
    { id: 'decidedWith', kind: 'line', hasHint: true },
    { id: 'to', kind: 'line', isNeeded: true, hasHint: true },
    { id: 'on', kind: 'day', isNeeded: true, value: today(desk) },
  ],
  act({ data: { what, custody: as, ground, decidedWith, to, on }, kept, desk, turn }) {
    if (isFuture(on, desk)) return IN_FUTURE;
    if (as === 'taken' && (ground === '' || decidedWith === '')) return { problem: phrase('step.device.needsTwo') };
    const by = { by: turn.person.id, at: desk.now.toUTC().toISO() };
    return {
      work: { custody: [...kept.work.custody, { device: what, as, ground, decidedWith, to, on, ...by }] },
      fact: { kind: 'custody', facts: { what, custody: as, ground, decidedWith, to, on } },
    };
  },
};
