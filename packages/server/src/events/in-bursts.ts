/** What comes within a pause is told together. */
export interface Bursts<Item> {
  add(item: Item): void;
  /** Nobody listens any more. */
  stop(): void;
}

/** Gathers what comes in, and hands it on once per pause, as long as anything comes. */
export function inBursts<Item>(pauseMs: number, tell: (items: readonly Item[]) => Promise<void>): Bursts<Item> {
  let items: Item[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    add(item) {
      items.push(item);
      timer ??= setTimeout(() => {
        timer = undefined;
        const told = items;
        items = [];
        void tell(told);
      }, pauseMs);
      timer.unref();
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      items = [];
    },
  };
}
