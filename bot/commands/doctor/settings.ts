import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../../config';
import { isLoopback } from '../../loopback';
import { type Finding, look, wrong } from './finding';

/** Settings that are allowed, and all the same not what a school in use should have. */
export function checkSettings({
  teams,
  slack,
  publicUrl,
  mail,
  startsAt,
  key,
  oldKey,
  store,
  embeddings,
}: Settings): Finding[] {
  const found: Finding[] = [];
  const isInUse = Boolean(teams ?? slack);
  if (!isInUse)
    found.push(
      look(
        'There are no Teams or Slack credentials, so this is a demonstration',
        'see "Connect to Teams" and "Connect to Slack" in the README',
      ),
    );
  if (isInUse && !publicUrl)
    found.push(
      look(
        'PUBLIC_URL is not set, so nobody can open a policy in full from an answer',
        'set it to the address under which people reach this bot',
      ),
    );
  if (publicUrl && isInUse && !publicUrl.startsWith('https:') && !isLoopback(new URL(publicUrl).hostname))
    found.push(wrong('PUBLIC_URL is not encrypted', 'use an address that begins with https://'));
  if (slack && !slack.botToken.startsWith('xoxb-'))
    found.push(wrong('SLACK_BOT_TOKEN is no bot token', 'copy the one that begins with xoxb-'));
  if (slack?.appToken && !slack.appToken.startsWith('xapp-'))
    found.push(wrong('SLACK_APP_TOKEN is no app token', 'copy the one that begins with xapp-'));
  if (isInUse && !mail)
    found.push(
      look(
        'SMTP_URL is not set, so somebody whom Teams or Slack does not reach gets no e-mail',
        'set SMTP_URL and MAIL_FROM',
      ),
    );
  if (embeddings)
    found.push(
      look(
        `Policy questions, word for word, and clauses of the policies go to ${new URL(embeddings.url).host} for a second opinion`,
        'make sure that the school has agreed to that and says so in its privacy notice, or take EMBEDDINGS_URL away',
      ),
    );
  if (startsAt) found.push(look('LANTERN_NOW moves the clock', 'take it away once the demonstration is over'));
  if (oldKey)
    found.push(
      look(
        'LANTERN_OLD_KEY is set',
        'start every Lantern with both keys, run key rotate, take LANTERN_OLD_KEY away, and start them again',
      ),
    );
  if (!key && store.kind === 'sqlite')
    found.push(
      look(
        'The key to all records lies beside them, in keys/master.key',
        'set LANTERN_KEY, or keep a copy of that file somewhere else',
      ),
    );
  return found;
}

/** Only the account of the bot should read these. */
const KEYS = ['keys', join('keys', 'master.key')];

export async function checkPermissions(home: string): Promise<Finding[]> {
  if (process.platform === 'win32') return [];
  // What lies in a folder that nobody else may enter is safe, whatever its own permissions.
  const isHomeOpen = await mayBeReadByOthers(home);
  const open: Finding[] = [];
  for (const path of isHomeOpen ? [...KEYS.map((name) => join(home, name)), '.env'] : ['.env']) {
    if (await mayBeReadByOthers(path))
      open.push(wrong(`Other accounts of this machine may read ${path}`, `chmod go-rwx ${path}`));
  }
  if (isHomeOpen) open.push(look(`Other accounts of this machine may look into ${home}`, `chmod go-rwx ${home}`));
  return open;
}

async function mayBeReadByOthers(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && (found.mode & 0o077) !== 0;
}
