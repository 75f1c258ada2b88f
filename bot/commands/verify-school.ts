import { openRecords } from '../../infra/records';
import { type Master, openSeal } from '../../infra/seal';
import type { Store } from '../../infra/store';
import type { Looked } from './bare-rows';
import type { Fault } from './chain';
import type { Terminal } from './command';
import { checkChronologies } from './whole-chains';
import { checkRemovals } from './whole-removals';
import { checkRequests } from './whole-requests';

/** Checks every chronology of one school and prints what was found. @returns how many things are not as they were written. */
export async function verifySchool(store: Store, looked: Looked, { print }: Pick<Terminal, 'print'>): Promise<number> {
  const { id } = looked.school;
  const removals = await checkRemovals(store, looked);
  const { concerns, entries, faults } = await checkChronologies(store, looked, removals);
  const wishes = await checkRequests(store, looked, removals);
  const all = [...removals.faults, ...faults, ...wishes.faults];
  for (const fault of all) print(`${id}${faultLine(fault)}`);
  print(`${id}: ${concerns} concerns, ${entries} entries, ${verdictOn(faults)}`);
  if (wishes.requests + wishes.faults.length > 0)
    print(`${id}: ${wishes.requests} requests, ${wishes.entries} entries, ${verdictOn(wishes.faults)}`);
  const removed = removals.concerns.size + removals.requests.size;
  if (removals.entries + removals.faults.length > 0)
    print(`${id}: ${removed} removed, ${removals.entries} entries, ${verdictOn(removals.faults)}`);
  return all.length;
}

/** A school of which nothing is needed but its rows. */
export async function openHouseToVerify(store: Store, school: string, masterKey: Master): Promise<Looked> {
  return { school: { id: school }, records: openRecords(store, await openSeal(store, school, masterKey), school) };
}

function faultLine({ ref, at, why }: Fault): string {
  return `${ref === undefined ? '' : ` ${ref}`}${at === undefined ? '' : ` entry ${at}`}: ${why}`;
}

function verdictOn(faults: readonly Fault[]): string {
  return faults.length === 0 ? 'all as they were written' : `${faults.length} not as they were written`;
}
