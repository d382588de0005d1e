/** Whoever asks while `work` is busy or its answer is fresh gets the same answer. */
export function sharedFor<Value>(freshMs: number, work: () => Promise<Value>): () => Promise<Value> {
  let shared: Promise<Value> | undefined;
  return () => {
    if (!shared) {
      shared = work();
      const forget = (): void => void setTimeout(() => (shared = undefined), freshMs).unref();
      shared.then(forget, forget);
    }
    return shared;
  };
}
