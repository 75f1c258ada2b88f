import { messageOf } from '../cards/words';
import { type Html, html } from './html';
import { sheet } from './sheet';

/** Why there is nothing to show. A link that was not made here is told as little as a policy that never was. */
export type Notice = 'forged' | 'expired' | 'gone';
/** The same for a report, and for a page of names: nothing is said of whether there is one. */
type ReportNotice = 'report' | 'signed';

/** One plain page: what happened, and what to do. It names no school and no policy. */
export function noticePage(notice: Notice | ReportNotice): Html {
  const title = messageOf(notice === 'report' ? 'report.page.shut.title' : `page.${notice}.title`);
  const next = messageOf(notice === 'report' ? 'report.page.shut.next' : `page.${notice}.next`);
  return sheet(
    title,
    html`<main class="notice">
<h1>${title}</h1>
<p>${next}</p>
</main>`,
  );
}
