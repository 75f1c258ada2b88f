import { phrase } from '../../cards/view';
import { compose } from '../../handlers/report/composing';
import type { Capability, Desk } from '../../handlers/capability';
import type { Household } from '../../bot/house';
import { reportKey } from '../../pages/report-content';

/** What a policy might be called by somebody who means no good. */
export const HOSTILE = '</table><script>alert(1)</script> & "quoted"';

const count = (category: string, times: number) => ({ label: phrase(`category.${category}`), count: times });

/** A capability with figures as concerns and agreements have them. */
const figures: Capability['figures'] = async () => ({
  title: phrase('figures.concern.title'),
  cases: {
    label: phrase('figures.concern.raised'),
    count: 41,
    ways: [
      {
        title: phrase('figures.concern.byKind'),
        parts: [
          count('grooming', 7),
          count('cyberbullying', 19),
          count('scam', 9),
          count('hate', 2),
          count('nudes', 4),
        ],
      },
      {
        title: phrase('figures.concern.byMonth'),
        parts: ['September', 'October', 'November', 'December'].map((month, at) => ({
          label: phrase('figures.month', { month: `${month} 2026` }),
          count: [8, 14, 12, 7][at] ?? 0,
        })),
      },
      {
        title: phrase('figures.concern.byState'),
        parts: [
          { label: phrase('figures.concern.open'), count: 3 },
          { label: phrase('figures.concern.closed'), count: 38 },
        ],
      },
    ],
  },
  lines: [
    {
      label: phrase('figures.concern.opening'),
      value: phrase('figures.concern.wait', { hours: 1, minutes: 20 }),
      of: 41,
    },
    { label: phrase('figures.concern.referred'), value: 3, of: 3 },
  ],
  notes: [phrase('figures.concern.notAdults')],
});

const agreementsOf =
  (title: string): Capability['figures'] =>
  async () => ({
    title: phrase('figures.agreement.title'),
    lines: [
      {
        label: phrase('figures.agreement.line', { title }),
        value: phrase('figures.agreement.agreed', { agreed: 61, all: 64 }),
      },
    ],
  });

export const REPORT_ID = '2026-12-18';

/** Keeps a report as the job would have, of a term with enough in it to draw. */
export async function keepReport({ records, school }: Household, policy = HOSTILE): Promise<void> {
  const capabilities = [figures, agreementsOf(policy)].map((of, at) => ({ name: `c${at}`, verbs: [], figures: of }));
  const period = { from: '2026-09-02', to: '2026-12-10' };
  const content = await compose(capabilities, period, { school } as unknown as Desk);
  const value = {
    id: REPORT_ID,
    madeAt: '2026-12-11T08:00:00.000Z',
    openAt: '2026-12-18T08:00:00.000Z',
    goesAt: '2027-01-08T08:00:00.000Z',
    content,
  };
  await records.commit([{ op: 'insert', key: reportKey(REPORT_ID), value }]);
}
