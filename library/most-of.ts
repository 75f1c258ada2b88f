/** The places of the largest values, largest first, in one walk: a value that is not among them is only looked at. */
export function mostOf(values: Float32Array, most: number): number[] {
  const places: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place] ?? 0;
    if (places.length === most && value <= least) continue;
    let at = places.length;
    while (at > 0 && (values[places[at - 1] ?? 0] ?? 0) < value) at -= 1;
    places.splice(at, 0, place);
    if (places.length > most) places.pop();
    least = values[places[places.length - 1] ?? 0] ?? 0;
  }
  return places;
}
