/**
 * A web address as it is looked for: without scheme, "www.", port, question, capitals, and the brackets that keep a
 * shown one from being pressed. The host alone first, then with its path; nothing for what is no address.
 */
export function sitesIn(text: string): string[] {
  const bare = text
    .replace(/[^\x21-\x7e]/g, '')
    .replaceAll('[.]', '.')
    .replaceAll('[:]', ':')
    .toLowerCase();
  const found = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/@]*@)?((?:[a-z0-9-]+\.)+[a-z0-9-]{2,})(?::\d+)?(\/[^?#]*)?/.exec(
    bare,
  );
  if (!found) return [];
  const host = (found[1] ?? '').replace(/^(?:www|m)\./, '');
  const path = (found[2] ?? '').replace(/\/+$/, '');
  return path === '' ? [host] : [host, `${host}${path}`];
}
