import { randomBytes } from 'node:crypto';
import { openTeamsClient } from '../connector/client';
import { presser } from './raiser';

/**
 * Somebody who asks for one website after the other to be blocked, through the real protocol. `acknowledged` holds a
 * mark only when the receipt with its reference has arrived here.
 */
export function openAsker(bot: string, serviceUrl: string, acknowledged: Set<string>) {
  const press = presser(openTeamsClient({ bot, serviceUrl }), '29:ict');
  let count = acknowledged.size * 10;

  /** @throws NoAnswer when the bot went away in the middle. */
  return async function askOne(): Promise<void> {
    count += 1;
    const mark = `mark-${count}-${Math.random().toString(36).slice(2)}`;
    const form = randomBytes(16).toString('hex');
    const asked = { permission: 'block', form, address: 'www.example.org', reason: mark };
    if (/RQ-\d\d-\d{4,}/.test(JSON.stringify(await press('request/send', asked)))) acknowledged.add(mark);
    await new Promise((resolve) => setTimeout(resolve, 20));
  };
}
