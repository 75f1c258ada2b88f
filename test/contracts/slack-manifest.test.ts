import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { EVENTS } from '../../bot/slack/payload-events';
import { MessageShortcut } from '../../bot/slack/payload-presses';
import { COMMANDS } from '../../bot/slack/translate';

const short = (most: number) => z.string().min(1).max(most);

/** The parts of Slack's manifest that Lantern uses, with Slack's own limits. */
const Manifest = z.strictObject({
  display_information: z.strictObject({
    name: short(35),
    // Slack says 140 and refuses 140.
    description: short(139),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(false),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: short(80).regex(/^[\w.-]+$/), always_online: z.boolean() }),
    shortcuts: z.array(
      z.strictObject({ name: short(24), type: z.literal('message'), callback_id: short(255), description: short(150) }),
    ),
    slash_commands: z.array(
      z.strictObject({
        command: short(32).regex(/^\/[a-z]+$/),
        description: short(2000),
        usage_hint: short(1000).optional(),
        should_escape: z.boolean(),
      }),
    ),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true) }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.literal(true),
    token_rotation_enabled: z.literal(false),
  }),
});

describe('the manifest that makes Lantern a Slack app', () => {
  const text = readFileSync(join(dirname(require.resolve('#root')), 'manifest/slack/manifest.yaml'), 'utf8');
  const manifest = Manifest.parse(parse(text));

  test('asks for the events that Lantern reads, and no others', () => {
    const events = manifest.settings.event_subscriptions.bot_events.map((event) => event.split('.')[0]);

    expect(events.toSorted()).toEqual([...EVENTS].toSorted());
  });

  test('has the commands and the shortcut that Lantern answers', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(Object.keys(COMMANDS));
    expect(manifest.features.shortcuts.map(({ callback_id }) => callback_id)).toEqual([
      MessageShortcut.shape.callback_id.value,
    ]);
  });

  test('asks for no more than Lantern needs: it cannot read a channel, a file or an e-mail address', () => {
    expect(manifest.oauth_config.scopes.bot.toSorted()).toEqual([
      'app_mentions:read',
      'channels:read',
      'chat:write',
      'commands',
      'groups:read',
      'im:history',
      'im:write',
      'users:read',
    ]);
  });

  test('says everywhere where an address would stand over HTTPS', () => {
    expect(text.match(/# (?:request_)?url: https:\/\/lantern\.example\.org\/slack\/events$/gm)).toHaveLength(4);
  });
});
