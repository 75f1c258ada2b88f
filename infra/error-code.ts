/**
 * The system's short name for what went wrong, such as ENOENT; undefined for an error without one.
 * By shape, not by class: an error may come from another realm than ours, as under Jest.
 */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
