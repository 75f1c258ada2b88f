import { phrase } from '../../../cards/view';
import { RetainedKind } from '../../../domain/retention-settings';
import type { CardSamples } from '../card-samples';

const REFS = Array.from({ length: 30 }, (_, n) => `OL-26-${String(n + 1).padStart(4, '0')}`).join(', ');
const NAME = 'Chair of governors and of the standards committee, autumn and spring terms only';

const kindOf = (kind: string) => phrase(`retention.kind.${kind}`);
const ruleOf = (kind: string) => phrase(`retention.rule.${kind}`, { length: '25 years' });
const look = phrase('retention.look');

export const RETENTION: CardSamples = {
  'retention/list': {
    smallest: { intro: phrase('retention.nothing'), doubt: '', waiting: [], kinds: [] },
    largest: {
      intro: phrase('retention.intro'),
      doubt: phrase('retention.unconfirmed'),
      waiting: RetainedKind.options.slice(0, 6).map((kind) => ({
        line: phrase('retention.waits', { kind: kindOf(kind), count: 200, who: NAME }),
        ...{ open: look, proposal: `${kind}.1795600000000` },
      })),
      kinds: RetainedKind.options.map((kind) => ({
        line: phrase('retention.counted', { kind: kindOf(kind), count: 12_345 }),
        ...{ rule: ruleOf(kind), open: look, kind },
      })),
    },
  },
  'retention/records': {
    smallest: {
      ...{ title: kindOf('request'), problem: '', kind: 'request', count: 0, proposal: '' },
      lines: [{ line: phrase('retention.howMany', { count: 0 }) }],
      ...{ mayPropose: false, mayApprove: false, mayDecline: false },
    },
    largest: {
      ...{ title: kindOf('lowLevel'), problem: phrase('retention.moved'), kind: 'lowLevel', count: 200 },
      proposal: 'lowLevel.1795600000000',
      lines: [
        phrase('retention.proposedBy', { count: 200, who: NAME }),
        ruleOf('lowLevel'),
        phrase('retention.forGood'),
        phrase('retention.readable', { refs: REFS }),
        phrase('retention.rest', { rest: 170 }),
      ].map((line) => ({ line })),
      ...{ mayPropose: true, mayApprove: true, mayDecline: true },
    },
  },
  'retention/told': {
    smallest: {
      line: phrase('retention.told.approved', { kind: kindOf('request'), count: 1 }),
      more: '',
      proposal: '',
    },
    largest: {
      line: phrase('retention.told.ask', { kind: kindOf('lowLevel'), count: 200 }),
      more: phrase('retention.keptAfterAll', { kept: 12 }),
      proposal: 'lowLevel.1795600000000',
    },
  },
  'retention/yearly': { smallest: { count: 1 }, largest: { count: 12_345 } },
};
