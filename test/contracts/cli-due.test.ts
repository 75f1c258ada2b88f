import type { Capability } from '../../handlers/capability';
import { foresee } from '../../bot/commands/foreseen';
import { commitChange } from '../../infra/outbox';
import { inSchool, lantern, schoolHome } from './cli-terminal';

const view = { card: 'common/refused', data: {} };
const FOUR_WEEKS_BEFORE = '2026-12-17';
const REVIEW_ON = '2027-01-14';

function reviewed() {
  return schoolHome({
    policies: [
      {
        id: 'online-safety',
        file: 'online-safety.md',
        title: 'Online safety policy',
        reviewOn: REVIEW_ON,
        owner: 'lead',
      },
    ],
    agreements: [],
    places: {},
  });
}

describe('lantern due', () => {
  it('foretells the reminders of a review four weeks before it, at the opening of that day', async () => {
    const { code, out } = await lantern(reviewed(), 'due', '--at', FOUR_WEEKS_BEFORE);
    const lines = out.map((line) => JSON.parse(line));

    expect(code).toBe(0);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(['at', 'to', 'kind', 'why', 'id']);
      expect(line.at).toBe(`${FOUR_WEEKS_BEFORE}T08:00:00.000+00:00`);
    }
    expect(new Set(lines.map(({ to }) => to)).size).toBe(lines.length);
  });

  it('says the same twice: looking sends nothing and keeps nothing', async () => {
    const env = reviewed();

    const first = await lantern(env, 'due', '--at', FOUR_WEEKS_BEFORE);
    const second = await lantern(env, 'due', '--at', FOUR_WEEKS_BEFORE);

    expect(second.out).toEqual(first.out);
  });

  it('foretells a message that is kept and was not delivered yet', async () => {
    const env = reviewed();
    await inSchool(env, ({ records, school }) =>
      commitChange(
        school.id,
        records,
        { messages: [{ id: 'm1', to: { person: 'lead' }, view }] },
        '2026-11-24T10:00:00.000Z',
      ),
    );

    const { out } = await lantern(env, 'due', '--at', '2026-11-24T10:00:01Z');

    expect(out.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ to: 'lead', kind: 'deliver', id: 'm1' }),
    );
  });

  it('plays a chain of jobs through to the hour that was asked for, each step seeing what the one before would keep', async () => {
    const env = reviewed();
    const steps: Capability = {
      name: 'steps',
      verbs: [],
      jobs: {
        step: async (data, desk) => {
          const { n } = data as { n: number };
          const kept = await desk.records.get('step');
          const listed = await desk.records.listPrefix('step');
          const seen = (kept?.value as { n: number } | undefined)?.n ?? 0;
          expect([seen, listed.rows.length]).toEqual([n - 1, n === 1 ? 0 : 1]);
          return {
            ops: [
              kept
                ? { op: 'update', key: 'step', value: { n }, etag: kept.etag }
                : { op: 'insert', key: 'step', value: { n } },
            ],
            messages: [{ id: `step-${n}`, to: { place: 'triage' }, view }],
            jobs: [
              {
                id: `step|${n + 1}`,
                kind: 'step',
                dueAt: desk.now.plus({ minutes: 5 }).toUTC().toISO(),
                data: { n: n + 1 },
              },
            ],
          };
        },
      },
    };

    await inSchool(env, async (household, house) => {
      const start = house.clock.now().plus({ minutes: 1 });
      const first = { id: 'step|1', kind: 'step', dueAt: start.toISO(), data: { n: 1 } };
      await commitChange(household.school.id, household.records, { jobs: [first] }, start.toISO());

      const messages = await foresee({ ...house, capabilities: [steps] }, household, start.plus({ minutes: 12 }));

      expect(messages.map(({ id, to, kind }) => [id, to, kind])).toEqual(
        [1, 2, 3].map((n) => [`step-${n}`, 'place.triage', 'step']),
      );
      expect(await household.records.get('step')).toBeUndefined();
    });
  });
});
