import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { html, ownMarkup, type Html } from './html';

/** How pages look. Found from package.json, so that the compiled code reads the same file. */
const STYLE = readFileSync(join(dirname(require.resolve('#root')), 'pages/page.css'), 'utf8');

/** By this a browser knows our style, and takes no other (Content Security Policy Level 3, 2.3.1). */
export const STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`;

/** A whole page. Nothing in it is fetched from anywhere, and there is nothing in it to run. */
export function sheet(title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow">
<style>${ownMarkup(STYLE)}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
