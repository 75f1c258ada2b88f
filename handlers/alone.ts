import type { View } from '../cards/view';
import type { Reply, Turn } from './capability';

/** A reply that is this person's own business: in their own chat where they are in it, else by a message to them alone. */
export function alone({ where }: Pick<Turn, 'where'>, ...views: readonly View[]): Reply {
  return where === 'private' ? { here: views } : { privately: views };
}
