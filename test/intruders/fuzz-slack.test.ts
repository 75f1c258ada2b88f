import fc from 'fast-check';
import { openSlack } from '../../bot/slack/receive';
import { fieldsOnCards, sings } from '../boundaries/verbs-world';
import { signed } from '../slack/signed';
import { batches, drawn, PATIENCE_MS } from './batches';
import { anyData, anyJson, anySpoiling, anyText, anyVerb, spoil } from './hostile';
import { openHost } from './house';
import { askInProcess } from './in-process';
import { accountOf, WORKSPACES } from './midday';
import { anySender, isKnown, isOutside, type Sender } from './senders';
import { openSlackStandIn } from './slack-stand-in';
import { figure } from '../figure';

const SECRET = 'a-signing-secret-for-tests';

/** What Slack could send, and in which of its two kinds of body. */
interface Request {
  readonly kind: 'json' | 'payload' | 'fields';
  readonly body: Record<string, unknown>;
}

describe.each(batches(12))('Generated requests of Slack, on the way in that real ones take (%i)', (batch) => {
  let standIn: Awaited<ReturnType<typeof openSlackStandIn>>;
  let host: Awaited<ReturnType<typeof open>>;
  const lost: unknown[] = [];
  const lose = (error: unknown) => void lost.push(error);
  let count = 0;

  async function open() {
    return openHost((house) =>
      openSlack(house, {
        botToken: 'xoxb-test',
        signingSecret: SECRET,
        appToken: undefined,
        apiUrl: `${standIn.url}/api/`,
      }),
    );
  }

  beforeAll(async () => {
    process.on('unhandledRejection', lose);
    standIn = await openSlackStandIn();
    host = await open();
  });

  afterAll(async () => {
    process.off('unhandledRejection', lose);
    await host.platform.stop();
    await host.close();
    await standIn.close();
  });

  function anyRequest() {
    const fields = fieldsOnCards();
    const data = fc.oneof(...host.truths.map((truth) => anyData(fields, truth)));
    const channel = fc.constantFrom('D1', 'CSTAFF', 'CTRIAGE');
    const told = (isDirect: boolean) =>
      fc.record({ text: anyText, channel }).map(
        ({ text, channel: at }) =>
          (who: Sender): Request => ({
            kind: 'json',
            body: {
              type: 'event_callback',
              team_id: who.tenant,
              event_id: `Ev${++count}`,
              authorizations: [{ user_id: 'UBOT', is_bot: true }],
              event: {
                type: isDirect ? 'message' : 'app_mention',
                channel_type: 'im',
                channel: isDirect ? 'D1' : at,
                user: accountOf(who.school, who.person),
                text,
                ts: `${++count}.1`,
              },
            },
          }),
      );
    const by = (who: Sender) => ({
      user: { id: accountOf(who.school, who.person) },
      team: who.tenant === undefined ? null : { id: who.tenant, domain: 'school' },
      trigger_id: `t${++count}`,
      response_url: `${standIn.url}/answer`,
    });
    const pressed = fc.record({ verb: anyVerb, data, channel, isAlone: fc.boolean() }).map(
      ({ verb, data: carried, channel: at, isAlone }) =>
        (who: Sender): Request => ({
          kind: 'payload',
          body: {
            type: 'block_actions',
            ...by(who),
            container: { type: 'message', channel_id: at, message_ts: `${++count}.2`, is_ephemeral: isAlone },
            actions: [
              {
                action_id: `lantern:${verb}:1`,
                value: fitting(verb, carried),
                action_ts: `a${++count}`,
              },
            ],
          },
        }),
    );
    const sent = fc.record({ verb: anyVerb, data, odd: anyJson, isOdd: rarely }).map(
      ({ verb, data: filled, odd, isOdd }) =>
        (who: Sender): Request => ({
          kind: 'payload',
          body: {
            type: 'view_submission',
            ...by(who),
            view: {
              id: `V${++count}`,
              hash: `h${count}`,
              callback_id: 'lantern:form',
              private_metadata: JSON.stringify({ verb, data: {}, metadata: {} }),
              state: {
                values: Object.fromEntries(
                  Object.entries(filled).map(([name, value]) => [
                    name,
                    { [name]: isOdd ? odd : { type: 'plain_text_input', value: textOf(value) } },
                  ]),
                ),
              },
            },
          },
        }),
    );
    const passedOn = anyText.map(
      (text) =>
        (who: Sender): Request => ({
          kind: 'payload',
          body: {
            type: 'message_action',
            callback_id: 'report-message',
            ...by(who),
            action_ts: `s${++count}`,
            channel: { id: 'CSTAFF' },
            message: { ts: '1.2', user: 'USOMEBODY', text },
          },
        }),
    );
    const commanded = fc.record({ command: fc.constantFrom('/concern', '/policy', '/nothing'), text: anyText }).map(
      (typed) =>
        (who: Sender): Request => ({
          kind: 'fields',
          body: {
            ...typed,
            user_id: accountOf(who.school, who.person),
            team_id: who.tenant ?? '',
            trigger_id: `t${++count}`,
            response_url: `${standIn.url}/answer`,
          },
        }),
    );
    const deed = fc.oneof(
      { weight: 3, arbitrary: told(true) },
      { weight: 1, arbitrary: told(false) },
      { weight: 6, arbitrary: pressed },
      { weight: 6, arbitrary: sent },
      { weight: 1, arbitrary: passedOn },
      { weight: 1, arbitrary: commanded },
    );
    return fc
      .record({ deed, sender: anySender(WORKSPACES), spoiling: anySpoiling })
      .map(({ deed: did, sender, spoiling }) => {
        const { kind, body } = did(sender);
        return { kind, sender, isWhole: spoiling === undefined, body: spoil(body, spoiling) };
      });
  }

  function written(kind: Request['kind'], body: unknown): string {
    if (kind === 'json') return JSON.stringify(body) ?? '';
    if (kind === 'payload') return new URLSearchParams({ payload: JSON.stringify(body) ?? '' }).toString();
    const fields = Object.entries(Object(body) as object).map(([name, value]) => [name, textOf(value)]);
    return new URLSearchParams(fields as [string, string][]).toString();
  }

  test(
    'crash nothing, are told nothing that is not theirs, and change nothing where nobody known acts',
    async () => {
      const answered: Record<number, number> = {};
      await fc.assert(
        fc.asyncProperty(anyRequest(), async ({ kind, sender, isWhole, body }) => {
          host.changed();
          host.logged.length = 0;
          standIn.sent.length = 0;
          const request = signed(written(kind, body), kind === 'json' ? 'json' : 'form', SECRET);

          const { status, text } = await askInProcess(
            host.platform.handle ?? fail,
            '/slack/events',
            request.body,
            request.headers,
          );
          await host.platform.stop();

          answered[status] = (answered[status] ?? 0) + 1;
          // Where the address for answers was spoiled, an answer is not delivered, and that is written down.
          const logged = isWhole ? host.logged : host.logged.filter((line) => !line.includes('not delivered'));
          expect({ isCrash: status >= 500, logged, lost }).toEqual({ isCrash: false, logged: [], lost: [] });
          const changed = host.changed();
          if (status !== 200 || (isWhole && !isKnown(sender, WORKSPACES))) expect(changed).toEqual([]);
          if (isWhole && sender.school !== 'oak-lane')
            expect(changed.filter((key) => key.includes('OL-26-'))).toEqual([]);
          if (isWhole && isOutside(sender, WORKSPACES))
            expect(sings(`${text}${JSON.stringify(standIn.sent)}`)).toEqual([]);
        }),
        drawn(batch, 700),
      );
      console.info(`answered with ${JSON.stringify(answered)}`);
      for (const [status, count] of Object.entries(answered))
        figure(`generated payloads of Slack, answered with ${status}`, count);
      expect(answered[200] ?? 0).toBeGreaterThan(93);
    },
    PATIENCE_MS,
  );
});

const rarely = fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });

/** What a button of Slack can carry: as many fields as fit, each as the client was given it. */
function fitting(verb: string, data: Readonly<Record<string, unknown>>): string {
  for (let most = Object.keys(data).length; most > 0; most = Math.floor(most / 2)) {
    const carried = JSON.stringify({ verb, data: Object.fromEntries(Object.entries(data).slice(-most)) });
    if (carried.length <= 2000) return carried;
  }
  return JSON.stringify({ verb: verb.slice(0, 1900), data: {} });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

async function fail(): Promise<void> {
  throw new Error('Slack has no door');
}
