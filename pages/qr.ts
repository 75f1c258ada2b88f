import { encode } from 'uqr';
import { type Html, html } from './html';

/** Free room around the code, in its own squares: readers need four (ISO/IEC 18004). */
const QUIET = 4;

/** A QR code as a drawing that needs nothing from anywhere, dark on light whatever the page looks like. @param name what it is, for those who cannot see it. */
export function qrOf(text: string, name: string): Html {
  // A code that hangs on a wall is smudged and creased: up to 15 of 100 squares may be lost.
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return html`<svg class="code" role="img" aria-label="${name}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/><path fill="#000" d="${squares.join('')}"/></svg>`;
}
