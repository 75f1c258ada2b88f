/** One test, by its file and its own title as it is shown. */
export interface Proof {
  readonly file: string;
  readonly title: string;
}

/** A way to break one promise: a small change of one file, and the test that must fail then. */
export interface Mutant {
  readonly promise: 'P1' | 'P2' | 'P5' | 'P6' | 'P8' | 'P9';
  /** What the product would do. */
  readonly says: string;
  readonly file: string;
  /** What stands in the file, exactly once, and what stands there instead. */
  readonly swaps: readonly (readonly [from: string, to: string])[];
  readonly proof: Proof;
  /** The one of its promise that `npm test` tries. */
  readonly isShort?: true;
}

const FAULTS: Proof = {
  file: 'test/faults/store.test.ts',
  title:
    'a concern is raised, and the store loses the answer: whoever is told that it is kept can rely on it, everything owed arrives once, and all is well again',
};
const RECEIVED: Proof = {
  file: 'test/faults/received.test.ts',
  title:
    '“Received” is said once one transaction with the concern and everything that it owes is kept, and no sooner (P1)',
};
const NEVER_TOLD: Proof = {
  file: 'test/rules/routes-properties.test.ts',
  title:
    'the subject, an author of a self-report and anybody with a conflict is never told, may never open, is never next',
};
const NOTICE: Proof = {
  file: 'test/stories/concern.test.ts',
  title: 'the leads and the triage place are told, with no name and no story',
};

/** Deliberately broken builds. `mutants.test.ts` shows that each is found out. */
export const MUTANTS: readonly Mutant[] = [
  {
    promise: 'P1',
    says: 'says that something was passed on without waiting for the store',
    file: 'bot/dispatch.ts',
    swaps: [
      [
        'await commitChange(school.id, records, { ...change, ops }, at);',
        'const keeping = commitChange(school.id, records, { ...change, ops }, at);\n    if (change.messages?.length) keeping.catch(() => undefined);\n    else await keeping;',
      ],
    ],
    proof: RECEIVED,
    isShort: true,
  },
  {
    promise: 'P1',
    says: 'keeps a concern first, and what is owed for it in a second transaction',
    file: 'infra/outbox.ts',
    swaps: [
      [
        'const ops = [...(change.ops ?? []), ...inserts];\n  if (ops.length > 0) await records.commit(ops, { first, last });',
        'await records.commit(change.ops ?? []);\n  await records.commit(inserts, { first, last });',
      ],
    ],
    proof: FAULTS,
  },
  {
    promise: 'P1',
    says: 'says that a row is kept before the disk has it',
    file: 'infra/sqlite-writes.ts',
    swaps: [['await disk.settled(rows);', 'void disk.settled(rows).catch(() => undefined);']],
    proof: {
      file: 'test/contracts/store-sqlite.test.ts',
      title: 'nobody hears of a write, or reads it, before it is on the disk; everything else goes on',
    },
  },
  {
    promise: 'P1',
    says: 'takes every failure of the store for a lost answer',
    file: 'bot/dispatch.ts',
    swaps: [['if (!(await records.get(key).catch(() => undefined))) throw error;', '']],
    proof: FAULTS,
  },
  {
    promise: 'P2',
    says: 'tells whoever a concern is about, by their office',
    file: 'domain/routes.ts',
    swaps: [['people: whoIsAtHand(school, office, at, excluded)', 'people: whoIsAtHand(school, office, at)']],
    proof: NEVER_TOLD,
  },
  {
    promise: 'P2',
    says: 'opens a concern to whoever it is about, once they were told of it',
    file: 'domain/routes-access.ts',
    swaps: [['if (route.excluded.includes(personId)) return false;', '']],
    proof: NEVER_TOLD,
  },
  {
    promise: 'P2',
    says: 'opens a concern to whoever it is about, once it was shared with them',
    file: 'domain/routes-access.ts',
    swaps: [[' && !routeConcern(school, matter, at).excluded.includes(personId)', '']],
    proof: NEVER_TOLD,
  },
  {
    promise: 'P2',
    says: 'puts a card where somebody sits whom it is about',
    file: 'domain/routes-place.ts',
    swaps: [["if ([...members, ...holders].some((id) => facing.excluded.has(id))) return 'member-excluded';", '']],
    proof: {
      file: 'test/rules/routes-properties.test.ts',
      title: 'no card stands in a place where one of them is a member',
    },
    isShort: true,
  },
  {
    promise: 'P2',
    says: 'asks of nobody who presses whether they may',
    file: 'handlers/capability.ts',
    swaps: [['if (!rule.may(turn.person, kept, desk)) return (await rule.refused?.(press)) ?? REFUSED;', '']],
    proof: {
      file: 'test/stories/concern-adults.test.ts',
      title: 'a colleague: the headteacher alone is told, no place, and the person cannot open it',
    },
  },
  {
    promise: 'P2',
    says: 'sends what waited to somebody who turned out to be too close meanwhile',
    file: 'handlers/concern/escalate/still.ts',
    swaps: [['if (person !== undefined && !mayOpen(person, concern, desk.school, desk.now)) return false;', '']],
    proof: {
      file: 'test/stories/concern-escalation.test.ts',
      title: 'never reaches somebody of whom it was found meanwhile that they are too close',
    },
  },
  {
    promise: 'P2',
    says: 'leaves a card in a place that somebody has joined who must not know',
    file: 'handlers/concern/case/keeping.ts',
    swaps: [['place !== undefined && (await routeWithMembers(after, desk)).place !== place', 'false']],
    proof: {
      file: 'test/stories/concern-second-day.test.ts',
      title: 'the card in a place goes blank when somebody who must not know has joined it',
    },
  },
  {
    promise: 'P2',
    says: 'finds a case for whoever it is about',
    file: 'handlers/concern/find/searching.ts',
    swaps: [
      [
        '(each && mayOpen(person.id, each.concern, desk.school, desk.now) ? each.concern : [])',
        '(each ? each.concern : [])',
      ],
    ],
    proof: {
      file: 'test/stories/concern-find.test.ts',
      title: 'the adult whom it is about is found by the headteacher alone, and not by themselves',
    },
  },
  {
    promise: 'P2',
    says: 'shows in a case the other part of it to those who may not have that',
    file: 'handlers/concern/case/parts.ts',
    swaps: [['if (!kept || !mayOpen(person, kept.concern, desk.school, desk.now)) continue;', 'if (!kept) continue;']],
    proof: {
      file: 'test/stories/concern-parts.test.ts',
      title: 'who leads one part does not see the other, not even that it exists',
    },
  },
  {
    promise: 'P5',
    says: 'names in every notice who reported',
    file: 'handlers/concern/telling.ts',
    swaps: [
      ["reporter: isLead && concern.danger ? reporterOf(concern, desk) : '',", 'reporter: reporterOf(concern, desk),'],
    ],
    proof: NOTICE,
  },
  {
    promise: 'P5',
    says: 'tells the story in the notice, as the reason for it',
    file: 'handlers/concern/telling.ts',
    swaps: [['...{ why, tone,', '...{ why: concern.story?.story ?? why, tone,']],
    proof: NOTICE,
    isShort: true,
  },
  {
    promise: 'P5',
    says: 'tells the story on the card in the place',
    file: 'handlers/concern/telling.ts',
    swaps: [['age: ageOf(concern, desk),', 'age: concern.story?.story ?? ageOf(concern, desk),']],
    proof: NOTICE,
  },
  {
    promise: 'P5',
    says: 'shows an open concern once more and does not write it down',
    file: 'handlers/concern/case/showing.ts',
    swaps: [
      ['return { reply: onCard(data, view), change: { ops: [op, entry] } };', 'return { reply: onCard(data, view) };'],
    ],
    proof: { file: 'test/stories/concern-views.test.ts', title: 'whoever opens it once more' },
  },
  {
    promise: 'P5',
    says: 'shows the report and the history and does not write it down',
    file: 'handlers/concern/case/showing.ts',
    swaps: [
      ['return { reply: { here: [view] }, change: { ops: [op, entry] } };', 'return { reply: { here: [view] } };'],
    ],
    proof: { file: 'test/stories/concern-views.test.ts', title: 'whoever looks through concern/history' },
  },
  {
    promise: 'P5',
    says: 'does not write down who tried to open a concern and was refused',
    file: 'handlers/concern/case/case-verb.ts',
    swaps: [['data: {} }] }, change: { ops: [op, entry] } };', 'data: {} }] } };']],
    proof: {
      file: 'test/stories/concern.test.ts',
      title:
        'everybody else who presses is refused in the same words as for no concern at all, and the refusal is kept',
    },
  },
  {
    promise: 'P5',
    says: 'shows all cases of a child in order and does not write it down',
    file: 'handlers/concern/find/together.ts',
    swaps: [
      [
        'concerns.map((concern) => viewedOps(concern, turn, desk))',
        'concerns.slice(0, 0).map((concern) => viewedOps(concern, turn, desk))',
      ],
    ],
    proof: {
      file: 'test/stories/concern-find.test.ts',
      title: 'tell what was done, the newest first, and each case says that it was read',
    },
  },
  {
    promise: 'P6',
    says: 'leaves the hash of the entry before out of the hash',
    file: 'domain/chronology.ts',
    swaps: [['hash: digest(canonical(body))', "hash: digest(canonical({ ...body, prev: '' }))"]],
    proof: {
      file: 'test/rules/chronology.test.ts',
      title: 'an entry written again, and the next one made to follow it, is found',
    },
    isShort: true,
  },
  {
    promise: 'P6',
    says: 'does not look at the head that is kept elsewhere',
    file: 'domain/chronology.ts',
    swaps: [
      ['return last.hash === head.hash ? { ok: true }', 'return { ok: true }; last.hash === head.hash ? { ok: true }'],
    ],
    proof: {
      file: 'test/rules/chronology.test.ts',
      title: 'a whole chain written again does not fit the head that is kept elsewhere',
    },
  },
  {
    promise: 'P6',
    says: 'does not miss the last entries of a chain',
    file: 'domain/chronology.ts',
    swaps: [
      [
        "if (last.n < head.n) return { ok: false, firstBad: last.n + 1, why: 'missing' };",
        'if (last.n < head.n) return { ok: true };',
      ],
    ],
    proof: { file: 'test/rules/chronology.test.ts', title: 'a last entry that was taken away is found' },
  },
  {
    promise: 'P8',
    says: 'signs the addresses of pages for every school alike',
    file: 'infra/page-links.ts',
    swaps: [
      ['`lantern page links 1|${school}`', '`lantern page links 1`'],
      ["['policy', school, policy,", "['policy', policy,"],
    ],
    proof: {
      file: 'test/rules/pages-links.test.ts',
      title: 'to one policy opens no other and no other school’s, and one of another house nothing here',
    },
    isShort: true,
  },
  {
    promise: 'P8',
    says: 'signs the addresses of reports for every school alike',
    file: 'infra/page-links.ts',
    swaps: [
      ['`lantern page links 1|${school}`', '`lantern page links 1`'],
      ["['report', school, report,", "['report', report,"],
    ],
    proof: { file: 'test/contracts/report-pages.test.ts', title: 'does not open for another school' },
  },
  {
    promise: 'P8',
    says: 'signs the addresses of calendars, registers and tables for every school alike',
    file: 'infra/signed-links.ts',
    swaps: [
      ['`lantern signed links 1|${school}`', '`lantern signed links 1`'],
      ['JSON.stringify([kind, school, name,', 'JSON.stringify([kind, name,'],
      ['sign({ kind, school, name, generation }', 'sign({ kind, name, generation }'],
    ],
    proof: { file: 'test/contracts/receivers-pages.test.ts', title: 'opens by its own address alone, and for an hour' },
  },
  {
    promise: 'P8',
    says: 'signs the links under which people without an account agree for every school alike',
    file: 'infra/agree-links.ts',
    swaps: [
      ['`lantern agreement links 1|${school}`', '`lantern agreement links 1`'],
      ["['agree', school, agreement, link, until]", "['agree', agreement, link, until]"],
    ],
    proof: {
      file: 'test/rules/agree-links.test.ts',
      title: 'opens nothing once a sign was changed, for another school, agreement or link, or in another house',
    },
  },
  {
    promise: 'P8',
    says: 'takes somebody of any tenant for a person of the school that is open',
    file: 'bot/schools.ts',
    swaps: [['.filter(({ school }) => school.tenants[channel] === tenant);', ';']],
    proof: {
      file: 'test/contracts/teams-hears.test.ts',
      title: 'somebody of a school that nobody set up is told so, with the emergency line and no names',
    },
  },
  {
    promise: 'P8',
    says: 'wraps the key of one school so that another may unwrap it',
    file: 'infra/wrapper.ts',
    swaps: [['const address = `${school}|${KEY_ROW}`;', 'const address = KEY_ROW;\n  void school;']],
    proof: {
      file: 'test/rules/seal.test.ts',
      title: 'does not open under another master key, nor in the place of another school',
    },
  },
  {
    promise: 'P8',
    says: 'seals a row for any place, so that it may be moved',
    file: 'infra/sealed-text.ts',
    swaps: [
      ["cipher.setAAD(Buffer.from(address, 'utf8'));\n      const body", 'void address;\n      const body'],
      ["decipher.setAAD(Buffer.from(address, 'utf8'));", 'void address;'],
    ],
    proof: {
      file: 'test/contracts/store-records.test.ts',
      title: 'opens nothing of another school, nor what was moved within its own',
    },
  },
  {
    promise: 'P9',
    says: 'writes the words of an error into the log',
    file: 'infra/log.ts',
    swaps: [['{ error: error.name,', '{ error: String(error),']],
    proof: { file: 'test/faults/log.test.ts', title: 'an error that quotes somebody' },
    isShort: true,
  },
  {
    promise: 'P9',
    says: 'writes a text that was thrown into the log',
    file: 'infra/log.ts',
    swaps: [
      [
        'if (!(error instanceof Error)) return { error: typeof error };',
        'if (!(error instanceof Error)) return { error };',
      ],
    ],
    proof: { file: 'test/faults/log.test.ts', title: 'a text that was thrown' },
  },
  {
    promise: 'P9',
    says: 'writes what was typed beside the verb that failed',
    file: 'bot/dispatch.ts',
    swaps: [['verb: verbOf(turn), error });', 'verb: JSON.stringify(turn.act), error });']],
    proof: {
      file: 'test/faults/log.test.ts',
      title: 'a press that could not be kept by its verb alone, without what was typed',
    },
  },
];
