import { openLibrary } from '../library';
import { readHere } from '../library/read-here';
import { sampleLibrary } from './sample-school';

/** A library with one more policy, which nobody owns. */
export async function libraryWith(text: string) {
  const reading = await readHere(Buffer.from(text), 'travel.md');
  if (!reading.ok) throw new Error('the policy is readable');
  const travel = { policy: { id: 'travel', title: 'Travel policy', file: 'travel.md' }, document: reading.document };
  return openLibrary([...(await sampleLibrary()).policies, travel]);
}

export const TRAVEL =
  '# Travel policy\n\n## Vehicles\n\nVehicles are hired with a driver, in the colours of the hirer.\n\nSeat belts are worn.\n';
