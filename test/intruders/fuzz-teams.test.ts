import fc from 'fast-check';
import { openTeams } from '../../bot/teams/receive';
import { fieldsOnCards, sings } from '../boundaries/verbs-world';
import { openTeamsClient } from '../connector/client';
import { startConnector, type FakeConnector } from '../connector/connector';
import { batches, drawn, PATIENCE_MS } from './batches';
import { anyData, anyJson, anySpoiling, anyText, anyVerb, spoil } from './hostile';
import { openHost } from './house';
import { askInProcess } from './in-process';
import { accountOf, TENANTS } from './midday';
import { anySender, isKnown, isOutside } from './senders';
import { figure } from '../figure';

const UNDELIVERED =
  /^(?:service address not trusted|private reply not delivered|welcome not delivered|reply not shown)/;

describe.each(batches(20))('Generated activities of Teams, on the way in that real ones take (%i)', (batch) => {
  let connector: FakeConnector;
  let host: Awaited<ReturnType<typeof open>>;
  const lost: unknown[] = [];
  const lose = (error: unknown) => void lost.push(error);

  async function open() {
    return openHost(async (house) => openTeams(house, undefined));
  }

  beforeAll(async () => {
    process.on('unhandledRejection', lose);
    connector = await startConnector();
    for (const place of ['triage', '19:triage@thread.tacv2']) connector.setMembers(place, []);
    host = await open();
  });

  afterAll(async () => {
    process.off('unhandledRejection', lose);
    await host.close();
    await connector.stop();
  });

  function anyActivity() {
    const { activity } = openTeamsClient({ bot: '', serviceUrl: connector.url });
    const fields = fieldsOnCards();
    const data = fc.oneof(...host.truths.map((truth) => anyData(fields, truth)));
    const place = fc.option(fc.constantFrom('19:staffroom@thread.tacv2', 'a:group', '19:triage@thread.tacv2'), {
      nil: undefined,
    });
    const deed = fc.oneof(
      { weight: 4, arbitrary: anyText.map((text) => ({ type: 'message', text })) },
      {
        weight: 12,
        arbitrary: fc
          .record({ verb: anyVerb, data, trigger: fc.constantFrom('manual', 'automatic') })
          .map(({ verb, data: sent, trigger }) => ({
            type: 'invoke',
            name: 'adaptiveCard/action',
            value: { action: { type: 'Action.Execute', verb, data: sent }, trigger },
          })),
      },
      {
        weight: 1,
        arbitrary: fc.record({ content: anyText, name: anyText }).map(({ content, name }) => ({
          type: 'invoke',
          name: 'composeExtension/fetchTask',
          value: {
            commandId: 'report-message',
            messagePayload: { body: { contentType: 'html', content }, from: { user: { displayName: name } } },
          },
        })),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          type: fc.constantFrom(
            'conversationUpdate',
            'installationUpdate',
            'messageReaction',
            'invoke',
            'event',
            'trace',
          ),
          value: anyJson,
        }),
      },
    );
    return fc
      .record({ deed, sender: anySender(TENANTS), place, spoiling: anySpoiling })
      .map(({ deed: did, sender, place: at, spoiling }) => {
        const base = activity(accountOf(sender.school, sender.person), at ? { place: at } : {});
        const tenant = sender.tenant === undefined ? {} : { tenantId: sender.tenant };
        const { tenantId: _own, ...conversation } = base.conversation;
        const whole = { ...base, conversation: { ...conversation, ...tenant }, channelData: {}, ...did };
        return { sender, isWhole: spoiling === undefined, body: spoil(whole, spoiling), place: at };
      });
  }

  test(
    'crash nothing, are told nothing that is not theirs, and change nothing where nobody known acts',
    async () => {
      const answered: Record<number, number> = {};
      await fc.assert(
        fc.asyncProperty(anyActivity(), async ({ sender, isWhole, body, place }) => {
          host.changed();
          host.logged.length = 0;
          const before = connector.recorded.length;

          const { status, text } = await askInProcess(
            host.platform.handle,
            '/api/messages',
            JSON.stringify(body) ?? '',
            {
              'content-type': 'application/json',
            },
          );

          answered[status] = (answered[status] ?? 0) + 1;
          const told = `${text}${JSON.stringify(connector.recorded.slice(before))}`;
          // Where the address for answers was spoiled, an answer is not delivered, and that is written down.
          const logged = isWhole ? host.logged : host.logged.filter((line) => !UNDELIVERED.test(line));
          const isCrash = status >= 500 && status !== 501 && !(status === 502 && !isWhole);
          expect({ isCrash, logged, lost }).toEqual({ isCrash: false, logged: [], lost: [] });
          // From anybody of a tenant that is named it is learnt where its school is reached.
          const changed = host
            .changed()
            .filter((key) => key !== 'teams|whereabouts' || sender.tenant !== TENANTS[sender.school]);
          if (status !== 200 || (isWhole && !isKnown(sender, TENANTS))) expect(changed).toEqual([]);
          if (isWhole && sender.school !== 'oak-lane')
            expect(changed.filter((key) => key.includes('OL-26-'))).toEqual([]);
          if (isWhole && isOutside(sender, TENANTS)) expect(sings(told)).toEqual([]);
          if (isWhole && place?.startsWith('19:staffroom'))
            expect(
              sings(
                JSON.stringify(connector.recorded.slice(before).filter(({ conversation }) => conversation === place)),
              ),
            ).toEqual([]);
        }),
        drawn(batch, 900),
      );
      console.info(`answered with ${JSON.stringify(answered)}`);
      for (const [status, count] of Object.entries(answered))
        figure(`generated activities of Teams, answered with ${status}`, count);
      expect(answered[200] ?? 0).toBeGreaterThan(300);
    },
    PATIENCE_MS,
  );
});
