import type { ServerResponse } from 'node:http';
import { type Html, toMarkup } from '../pages/html';
import { STYLE_HASH } from '../pages/sheet';

/** A page of words: nothing is run, fetched, framed, indexed or kept by anybody on the way; sent back only by a form, and only to us. */
function headersFor(formAction: "'none'" | "'self'") {
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action ${formAction}; frame-ancestors 'none'`,
    'X-Frame-Options': 'DENY',
    'X-Robots-Tag': 'noindex, nofollow, noarchive',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'private, no-store',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  } as const;
}

export function sendPage(response: ServerResponse, status: number, page: Html, hasForm = false): void {
  const body = Buffer.from(toMarkup(page));
  response.writeHead(status, { ...headersFor(hasForm ? "'self'" : "'none'"), 'Content-Length': body.length });
  // For HEAD Node sends the headers alone.
  response.end(body);
}
