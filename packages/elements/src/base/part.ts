/** What an element loads when a person asks for it, once for the whole page. */
export interface Part<Loaded> {
  /** Undefined as long as it isn't there. */
  readonly loaded: Loaded | undefined;
  /** Begins to load it, unless that was done. Answers whether it is there; after a failure the next call tries again. */
  readonly load: () => Promise<boolean>;
}

/** `get` loads the modules and answers what of them is used. Nothing that is seen at first may be in one. */
export function partOf<Loaded>(get: () => Promise<Loaded>): Part<Loaded> {
  let loading: Promise<boolean> | undefined;
  const part: { loaded: Loaded | undefined; load: () => Promise<boolean> } = {
    loaded: undefined,
    load: () =>
      (loading ??= get().then(
        (loaded) => {
          part.loaded = loaded;
          return true;
        },
        () => {
          loading = undefined;
          return false;
        },
      )),
  };
  return part;
}
