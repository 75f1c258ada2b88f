import { messageOf } from '../cards/words';
import { type Html, html } from './html';
import { sheet } from './sheet';

/** Why there is nothing to show. A link that was not made here is told as little as a policy that never was. */
export type Notice = 'forged' | 'expired' | 'gone';

/** One plain page: what happened, and what to do. It names no school and no policy. */
export function noticePage(notice: Notice): Html {
  const title = messageOf(`page.${notice}.title`);
  return sheet(
    title,
    html`<main class="notice">
<h1>${title}</h1>
<p>${messageOf(`page.${notice}.next`)}</p>
</main>`,
  );
}
