import { phrase } from '../../../cards/view';
import type { CardSamples } from '../card-samples';

const NAME = 'Deputy headteacher and leader of computing, autumn and spring terms only, mornings';
const LONG = 'It is *needed* for a lesson <b>about</b> numbers, see [here](https[:]//www[.]example[.]org). '
  .repeat(20)
  .slice(0, 1000);
const LINE = LONG.slice(0, 300);
const AT = '30 September 2026 at 10:15';

const few = { request: 'RQ-26-0001' };
const many = { request: 'RQ-26-12345678' };
const short = phrase('request.title', { ref: few.request, kind: phrase('request.kind.device'), subject: 'A camera' });
const long = phrase('request.title', { ref: many.request, kind: phrase('request.kind.unblock'), subject: LINE });
const waiting = phrase('request.state.waiting', { who: 'ICT lead' });
const reminded = phrase('request.state.reminded', { who: `${NAME}, ${NAME}`, on: '30 September 2026' });
const button = (name: string, verb: string) => ({ title: phrase(`request.button.${name}`), verb });

function asked(kind: string) {
  return phrase('request.asked.title', { kind: phrase(`request.kind.${kind}`) });
}

function decided(reason: string, conditions: string) {
  const hasUntil = conditions ? 'yes' : 'no';
  const verdict = conditions ? 'conditions' : 'no';
  return { at: AT, name: NAME, verdict, reason, conditions, until: '30 September 2027', hasUntil };
}

const input = {
  missing: phrase('field.missing', { field: phrase('request.prolong.until') }),
  label: phrase('request.prolong.until'),
  hint: '',
  isNeeded: true,
  longest: 1000,
  choices: [],
  value: '',
  ...{ line: false, long: false, choice: false, options: false, several: false, day: false, tick: false },
};
const form = { verb: 'request/send', back: 'request/start', permission: '', form: '', request: '', stands: '' };

export const REQUEST: CardSamples = {
  'request/start': {
    smallest: { note: '', isOff: true, buttons: [] },
    largest: {
      note: phrase('request.off'),
      isOff: false,
      buttons: ['unblock', 'block', 'software', 'technology', 'device'].map((permission) => ({
        title: phrase(`request.kind.${permission}`),
        permission,
      })),
    },
  },
  'request/form': {
    smallest: {
      ...{
        ...form,
        title: phrase('request.prolong.title'),
        text: short,
        save: phrase('request.ask.save'),
        problem: '',
      },
      inputs: [{ ...input, id: 'until', day: true }],
    },
    largest: {
      ...form,
      ...{ permission: 'technology', form: 'f'.repeat(32), request: many.request, stands: '2026-11-30' },
      title: phrase('request.kind.technology'),
      text: long,
      save: phrase('request.prolong.save'),
      problem: phrase('request.mend.far'),
      inputs: [
        ...['called', 'pupils', 'age', 'consulted'].map((id) => ({
          ...input,
          id,
          line: true,
          longest: 300,
          value: LINE,
        })),
        ...['reason', 'holds', 'risks', 'care'].map((id) => ({ ...input, id, long: true, value: LONG })),
        {
          ...input,
          ...{ id: 'personal', options: true, value: 'unsure' },
          choices: ['no', 'staff', 'pupils', 'unsure'].map((value) => ({
            value,
            title: phrase(`request.personal.${value}`),
          })),
        },
        { ...input, id: 'until', day: true, value: '2026-11-30' },
      ],
    },
  },
  'request/receipt': {
    smallest: { ...few, isLate: false, title: short, who: phrase('request.nobody') },
    largest: { ...many, isLate: true, title: long, who: `${NAME}, ${NAME}` },
  },
  'request/asked': {
    smallest: {
      ...few,
      ...{ title: asked('device'), reminder: '', subject: 'A camera', until: '' },
      line: phrase('request.asked.line', { ref: few.request, name: 'Chair', at: AT }),
      reason: phrase('request.asked.reason', { reason: 'Trip' }),
    },
    largest: {
      ...many,
      title: asked('technology'),
      reminder: phrase('request.reminder', { on: '30 September 2026' }),
      subject: LINE,
      line: phrase('request.asked.line', { ref: many.request, name: NAME, at: AT }),
      reason: phrase('request.asked.reason', { reason: LONG }),
      until: phrase('request.asked.until', { until: '30 September 2026' }),
    },
  },
  'request/settled': {
    smallest: { ...few, title: short, state: phrase('request.state.refused', { permission: 'block' }) },
    largest: { ...many, title: long, state: phrase('request.state.open', { until: '30 September 2026' }) },
  },
  'request/answered': {
    smallest: {
      ...few,
      title: short,
      verdict: phrase('request.answered.verdict', { verdict: 'no', name: 'Head', until: '', hasUntil: 'no' }),
      reason: phrase('request.answered.reason', { reason: 'No' }),
      conditions: '',
    },
    largest: {
      ...many,
      title: long,
      verdict: phrase('request.answered.verdict', {
        ...{ verdict: 'conditions', name: NAME, until: '30 September 2026', hasUntil: 'yes' },
      }),
      reason: phrase('request.answered.reason', { reason: LONG }),
      conditions: phrase('request.answered.conditions', { conditions: LONG }),
    },
  },
  'request/one': {
    smallest: {
      ...{ note: '', title: short, state: waiting, answers: [], earlier: '' },
      facts: [{ line: phrase('request.history.asked', { at: AT, name: 'Chair' }) }],
      buttons: [{ ...button('mine', 'request/mine'), ...few, stands: '' }],
    },
    largest: {
      note: phrase('request.late.blocked'),
      title: long,
      state: reminded,
      answers: [
        ...['called', 'pupils', 'age', 'consulted'].map((id) => ({
          label: phrase(`request.field.technology.${id}`),
          text: LINE,
        })),
        ...['reason', 'risks', 'care'].map((id) => ({ label: phrase(`request.field.technology.${id}`), text: LONG })),
        { label: phrase('request.field.technology.holds'), text: LONG.slice(0, 500) },
      ],
      earlier: phrase('request.earlier', { earlier: 1234 }),
      facts: [
        { line: phrase('request.history.decided', decided(LONG, LONG)) },
        ...Array.from({ length: 3 }, () => ({
          line: phrase('request.history.prolonged', { at: AT, name: NAME, until: '30 September 2026', reason: LONG }),
        })),
      ],
      buttons: [
        button('blocked', 'request/blocked'),
        button('prolong', 'request/prolong'),
        button('waiting', 'request/waiting'),
      ].map((each) => ({ ...each, ...many, stands: '2026-11-30' })),
    },
  },
  'request/list': {
    smallest: {
      title: phrase('request.list.mine'),
      intro: phrase('request.intro.mine', { count: 0 }),
      lines: [],
      buttons: [{ ...button('ask', 'request/start'), before: '', from: '0' }],
    },
    largest: {
      title: phrase('request.list.open'),
      intro: phrase('request.intro.open', { count: 1234 }),
      lines: Array.from({ length: 6 }, () => ({
        ...many,
        line: long,
        asked: phrase('request.askedBy', { name: NAME, at: AT }),
        state: reminded,
        open: phrase('request.button.see', { ref: many.request }),
      })),
      buttons: [
        button('more', 'request/waiting'),
        button('open', 'request/open-sites'),
        button('mine', 'request/mine'),
      ].map((each) => ({ ...each, before: many.request, from: '10000' })),
    },
  },
  'request/block-again': {
    smallest: { ...few, title: short, line: phrase('request.blockAgain.today'), stands: '2026-11-30' },
    largest: {
      ...many,
      title: long,
      line: phrase('request.blockAgain.past', { until: '30 September 2026' }),
      stands: '2026-11-30',
    },
  },
};
