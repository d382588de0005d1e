/**
 * Runs `work` now, or once more after the run that is going on: never twice at the same time, or an older answer could be
 * shown last. Each call resolves when nothing more is to be done.
 */
export function latestOnly(work: () => Promise<void>, tell: (error: unknown) => void): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  const run = async (): Promise<void> => {
    try {
      while (again) {
        again = false;
        await work();
      }
    } catch (error) {
      tell(error);
    } finally {
      running = undefined;
    }
  };
  return () => {
    again = true;
    return (running ??= run());
  };
}
