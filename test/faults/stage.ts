import { healthOf } from '../../bot/health';
import { openWorld, type World } from '../world';
import { type Fault, type FaultyStore, faultyStore } from './faulty-store';

type Shown = Awaited<ReturnType<World['say']>>;

/** One thing that people do, and what is owed for it, from its first word to its end. */
export interface Story {
  readonly name: string;
  readonly options?: Parameters<typeof openWorld>[0];
  /** What happened before, while all was well. @returns what `run` needs of it. */
  readonly ready?: (world: World) => Promise<unknown>;
  readonly run: (stage: Stage, before: unknown) => Promise<void>;
}

export interface Stage {
  readonly world: World;
  /**
   * Somebody does something, and does it again when they are told that it failed.
   * @param received what nobody may read before it is kept.
   */
  tell(does: () => Promise<Shown>, received: RegExp): Promise<Shown>;
  /** Lets what is owed arrive before anybody goes on; where something failed, that takes minutes. */
  rest(): Promise<void>;
}

/** What is left of a story: what arrived with whom, how many rows of each kind are kept, and how the house is. */
export interface Outcome {
  readonly arrived: readonly string[];
  readonly kept: Readonly<Record<string, number>>;
  readonly health: unknown;
}

export interface Played extends Outcome {
  /** Whether the fault has been met. */
  readonly struck: boolean;
}

export function outcomeOf({ arrived, kept, health }: Outcome): Outcome {
  return { arrived, kept, health };
}

/** What a person who is in the middle of a concern reads, and what anybody else does. */
const FAILED_CONCERN = /I could not keep this[\s\S]*01632 96001[0-2][\s\S]*You can press the button again/;
const FAILED = /something went wrong on my side[\s\S]*Try once more in a minute/;
const FAILED_PAGE = /Something went wrong on our side[\s\S]*press it once more/;

/** Rows that tell of turns and of what is still to do: they differ where somebody had to press twice. */
const PASSING = /^(turn|job|step-form|sent|form|count|asked)\|/;

/** Lets a story happen, with one fault in it, and everything that is owed come to its end after the fault. */
export async function play(story: Story, trouble?: { readonly fault: Fault; readonly n: number }): Promise<Played> {
  let store: FaultyStore | undefined;
  const world = await openWorld({
    ...story.options,
    over(inner) {
      store = faultyStore(inner);
      return store;
    },
  });
  if (!store) throw new Error('a world has a store');
  try {
    const before = await story.ready?.(world);
    const earlier = world.arrived.length;
    if (trouble) store.arm(trouble.fault, trouble.n);
    await story.run(openStage(world, store), before);
    const struck = store.hasStruck();
    store.heal();
    for (let minute = 0; minute < 6; minute++) await world.pass({ minutes: 1 });
    return {
      arrived: world.arrived
        .slice(earlier)
        .map(({ to, card }) => `${to}: ${card.name}`)
        .sort(),
      kept: await keptIn(world),
      health: await healthOf(world.house),
      struck,
    };
  } finally {
    await world.close();
  }
}

function openStage(world: World, store: FaultyStore): Stage {
  return {
    world,
    async tell(does, received) {
      for (let tries = 0; tries < 3; tries++) {
        const shown = await does();
        const hasFailed = [FAILED, FAILED_CONCERN, FAILED_PAGE].some((words) => words.test(shown.text));
        if (!hasFailed && !received.test(shown.text))
          throw new Error(`neither ${received} nor what to do:\n${shown.text}`);
        if (!hasFailed) return shown;
        store.heal();
      }
      throw new Error(`${received} was never told`);
    },
    async rest() {
      await world.settle();
      if (!store.hasStruck()) return;
      store.heal();
      for (let minute = 0; minute < 3; minute++) await world.pass({ minutes: 1 });
    },
  };
}

async function keptIn({ records }: World): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  let cursor: string | undefined;
  do {
    const page = await records.listPrefix('', { limit: 500, ...(cursor ? { cursor } : {}) });
    for (const { key } of page.rows) {
      const [kind = ''] = key.split('|');
      if (!PASSING.test(key)) counts[kind] = (counts[kind] ?? 0) + 1;
    }
    cursor = page.cursor;
  } while (cursor);
  return counts;
}
