/** How long a feed may keep its reader, and whoever reads on, busy. Beyond it reading ends with `too-much-work`. */
export interface WorkBudget {
  /** Milliseconds of a clock that only goes on: `performance.now()`, or the time of the processor. */
  readonly now: () => number;
  /** For any feed. */
  readonly leastMs: number;
  /** More for a longer one. */
  readonly msPerMegabyte: number;
}

const MEGABYTE = 1_000_000;

/** A hundred times what an honest feed takes: for whoever has no reason to choose another. */
export function usualBudget(now: () => number): WorkBudget {
  return { now, leastMs: 60_000, msPerMegabyte: 4_000 };
}

/** Adds up the time between a piece of a feed and the wish for the next one: waiting for a slow source doesn't count. */
export function startWork({ now, leastMs, msPerMegabyte }: WorkBudget): {
  begin: () => void;
  isOver: (length: number) => boolean;
  seconds: () => number;
} {
  let spent = 0;
  let began = 0;
  return {
    begin: () => (began = now()),
    isOver: (length) => {
      spent += now() - began;
      return spent > leastMs + (length / MEGABYTE) * msPerMegabyte;
    },
    seconds: () => Math.round(spent / 1000),
  };
}
