import { messageOf } from '../cards/words';
import { type Html, html } from './html';
import { sheet } from './sheet';

/** Why nothing can be agreed to here. It names no school: whoever has no honest link learns nothing. */
export type AgreeNotice = 'forged' | 'expired' | 'ended' | 'gone' | 'busy' | 'full' | 'unreadable' | 'large' | 'failed';

export function agreeNotice(notice: AgreeNotice): Html {
  const title = messageOf(`agreePage.${notice}.title`);
  return sheet(
    title,
    html`<main class="notice">
<h1>${title}</h1>
<p>${messageOf(`agreePage.${notice}.next`)}</p>
</main>`,
  );
}
