import type { Translation } from './deed';
import { AnyInteraction, MessageShortcut, SlashCommand } from './payload-presses';
import { plainText } from './plain-text';
import { translateEvent } from './translate-events';
import { translatePress, translateSubmission } from './translate-presses';

/** What a body that carried Slack's signature means. Never throws. */
export function translate(body: unknown): Translation {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'malformed';
  if ('event' in body) return translateEvent(body);
  if ('command' in body) return translateCommand(body);
  const any = AnyInteraction.safeParse(body);
  if (!any.success) return 'malformed';
  if (any.data.type === 'block_actions') return translatePress(body);
  if (any.data.type === 'view_submission') return translateSubmission(body);
  return any.data.type === 'message_action' ? translateShortcut(body) : 'passed over';
}

/** What each slash command says for the person who typed it. What follows `/concern` is left behind: the form asks. */
export const COMMANDS: Readonly<Record<string, (text: string) => string>> = {
  '/concern': () => 'report concern',
  '/policy': (text) => text || 'help',
};

function translateCommand(body: object): Translation {
  const parsed = SlashCommand.safeParse(body);
  if (!parsed.success) return 'malformed';
  const { command, text, user_id: user, team_id: team, trigger_id: trigger, response_url: answerUrl } = parsed.data;
  const say = COMMANDS[command];
  if (!say) return 'passed over';
  return {
    id: trigger,
    team,
    user,
    // Wherever it is typed, only the one who typed it sees the command and the answer.
    where: 'private',
    act: { kind: 'said', text: say(plainText(text, undefined)), pictures: 0 },
    origin: { kind: 'command', trigger, answerUrl },
  };
}

function translateShortcut(body: object): Translation {
  const parsed = MessageShortcut.safeParse(body);
  if (!parsed.success) return 'malformed';
  const { user, team, trigger_id: trigger, action_ts: id, channel, message } = parsed.data;
  return {
    id,
    team: team?.id,
    user: user.id,
    where: 'private',
    act: {
      kind: 'shared',
      text: plainText(message.text, undefined),
      author: message.user ?? '',
      link: linkTo(team?.domain, channel.id, message.ts),
      pictures: message.files.length,
    },
    origin: { kind: 'shortcut', trigger },
  };
}

/** Slack's own address of a message; it opens only for those who may see the channel. */
function linkTo(domain: string | undefined, channel: string, ts: string): string {
  return domain ? `https://${domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}` : '';
}
