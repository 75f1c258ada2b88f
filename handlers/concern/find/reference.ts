import { refFor } from '../rules';

/** The reference that somebody typed, in any case, with or without hyphens and spaces; undefined for any other text. */
export function refIn(text: string, schoolId: string): string | undefined {
  const bare = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const [initials = ''] = refFor(schoolId, 0, 0).split('-');
  const numbers = /^(\d{2})(\d{4,9})$/.exec(bare.startsWith(initials) ? bare.slice(initials.length) : '');
  return numbers ? `${initials}-${numbers[1]}-${numbers[2]}` : undefined;
}

/** Sorts references so that the newest comes first, whatever the length of its number. */
export function newestFirst(ref: string): string {
  const [, year = '0', number = '0'] = ref.split('-');
  return `${String(99 - Number(year)).padStart(2, '0')}${String(999_999_999 - Number(number)).padStart(9, '0')}|${ref}`;
}
