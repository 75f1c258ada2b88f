import { phrase } from '../../../../cards/view';
import type { Clock } from '../../../../domain/clocks';
import { Day } from '../../../../domain/school';
import { referralOp } from '../../figures/rows';
import { Short } from '../../schema';
import { legalClocks } from '../clock-lines';
import { IN_FUTURE, isFuture, today } from '../days';
import { Agency, Consent } from '../schema';
import type { Step } from '../step';

const shape = {
  agency: Agency,
  on: Day,
  to: Short.min(1),
  theirRef: Short.default(''),
  consent: Consent,
  why: Short.default(''),
};

/** Which clock is met by telling which body. */
const MEETS: Partial<Record<Agency, readonly Clock[]>> = {
  lado: ['LADO one working day'],
  'council-safeguarding': ['council clock (Wales)'],
  ico: ['72 h breach'],
  police: ['FGM from school file'],
};

/** A referral: to whom, when, under which reference of theirs, and with whose consent (KCSIE Part one; F42). */
export const refer: Step<typeof shape> = {
  name: 'refer',
  verb: 'concern/do-refer',
  shape,
  fields: (_kept, desk) => [
    {
      id: 'agency',
      kind: 'choice',
      isNeeded: true,
      choices: Agency.options
        .filter((agency) => agency !== (desk.school.nation === 'wales' ? 'lado' : 'council-safeguarding'))
        .map((value) => ({ title: phrase(`agency.${value}`), value })),
    },
    { id: 'on', kind: 'day', isNeeded: true, value: today(desk) },
    { id: 'to', kind: 'line', isNeeded: true, hasHint: true },
    { id: 'theirRef', kind: 'line' },
    {
      id: 'consent',
      kind: 'choice',
      isNeeded: true,
      choices: Consent.options.map((value) => ({ title: phrase(`consent.${value}`), value })),
    },
    { id: 'why', kind: 'line', hasHint: true },
  ],
  act({ data: { ref: _ref, ...said }, kept, desk, turn }) {
    if (isFuture(said.on, desk)) return IN_FUTURE;
    if (said.consent !== 'given' && said.why === '') return { problem: phrase('step.refer.needsWhy') };
    const by = { by: turn.person.id, at: desk.now.toUTC().toISO() };
    const { referrals, met } = kept.work;
    const running = legalClocks(kept.concern, desk).filter((clock) => MEETS[said.agency]?.includes(clock));
    return {
      work: {
        referrals: [...referrals, { n: referrals.length + 1, ...said, ...by }],
        met: { ...Object.fromEntries(running.map((clock) => [clock, by])), ...met },
      },
      fact: { kind: 'referred', facts: said },
      ops: [referralOp(kept.concern.ref, referrals.length + 1, desk)],
    };
  },
};
