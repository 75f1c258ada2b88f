/**
 * A web address that nobody can press by mistake: what led to a concern must not be one tap away from a lead's thumb.
 * Platforms make links of whatever looks like one, so the dots of a host and the colon of a scheme stand in brackets.
 */
export function inert(text: string): string {
  return text.replace(ADDRESS, (found) => found.replace(/^([a-z][a-z0-9+.-]*):/i, '$1[:]').replace(HOST, bracketed));
}

const ADDRESS = /\b[a-z][a-z0-9+.-]*:\/\/[^\s<>"]+|\b(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[^\s<>"]*)?/gi;
const HOST = /^((?:[a-z][a-z0-9+.-]*\[:\]\/\/)?(?:[^/@\s]*@)?)([^/:?#\s]+)/i;

function bracketed(_whole: string, before: string, host: string): string {
  return `${before}${host.replaceAll('.', '[.]')}`;
}

/** Schemes that run something or read this machine: nobody means a web site by them. */
export function isUnsafeAddress(text: string): boolean {
  // What is invisible could stand between the letters.
  const bare = text.replace(/[^\x21-\x7e]/g, '').toLowerCase();
  return /^(?:javascript|vbscript|data|file|blob|about):/.test(bare);
}
