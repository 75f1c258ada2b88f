import type { View } from '../../../cards/view';
import { alone } from '../../alone';
import type { Desk, Outcome, Turn } from '../../capability';
import { draftOf } from './drafts';

/** A picture or a file in the chat is not fetched (P4). What to do with it is said, and the form that lies open is not lost. */
async function pictureView({ person }: Turn, desk: Desk): Promise<View> {
  const open = await draftOf(person.id, desk);
  return { card: 'concern/picture', data: { draft: open?.draft.id ?? '' } };
}

export function isPictureAlone(text: string, pictures: number): boolean {
  return pictures > 0 && text.trim() === '';
}

/** The same outcome, with a word above it on what came along and was not taken. */
export async function withPictures(pictures: number, turn: Turn, desk: Desk, outcome: Outcome): Promise<Outcome> {
  if (pictures === 0) return outcome;
  const { here = [], privately = [] } = alone(turn, await pictureView(turn, desk));
  const { reply } = outcome;
  return {
    ...outcome,
    reply: { here: [...here, ...(reply.here ?? [])], privately: [...privately, ...(reply.privately ?? [])] },
  };
}
