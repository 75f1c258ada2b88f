/** A card that is more than its platform takes. Nothing is cut off silently: the caller shows less, or in parts. */
export class TooLong extends Error {
  override readonly name = 'TooLong';

  constructor(
    readonly card: string,
    readonly what: string,
    readonly length: number,
    readonly most: number,
  ) {
    super(`card ${card}: ${what} has ${length}, at most ${most} fit`);
  }
}
