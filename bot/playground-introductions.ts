import { randomUUID } from 'node:crypto';
import type { Person } from '../domain/school';
import { BOT, personalChatOf, TEAM, TENANT } from './playground-world';

/**
 * Tells the bot where a person is reached, through its front door: an activity that asks for nothing ("is typing"),
 * as Teams sends it. Without this nobody would be known before their window is open.
 */
export async function introduce(person: Person, serviceUrl: string, bot: string): Promise<void> {
  const conversation = { id: personalChatOf(person), conversationType: 'personal', tenantId: TENANT };
  await tell({ ...fromPerson(person, serviceUrl), conversation }, bot);
}

/** The same for a channel; `person` is one of those who are in it. */
export async function introduceChannel(
  channel: string,
  person: Person,
  serviceUrl: string,
  bot: string,
): Promise<void> {
  const conversation = { id: channel, conversationType: 'channel', isGroup: true, tenantId: TENANT };
  const channelData = { team: { id: TEAM }, channel: { id: channel } };
  await tell({ ...fromPerson(person, serviceUrl), conversation, channelData }, bot);
}

function fromPerson({ id, teams }: Person, serviceUrl: string) {
  return {
    type: 'typing',
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: teams ?? id },
    recipient: BOT,
  };
}

async function tell(activity: unknown, bot: string): Promise<void> {
  const response = await fetch(`${bot}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`The bot did not take an introduction: it answered ${response.status}.`);
}
