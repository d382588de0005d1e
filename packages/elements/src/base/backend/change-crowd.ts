/** After so long without another one, a crowd of changes is over. */
const QUIET_MS = 500;
/** One that goes on and on is looked at this often: a long list on a slow line needs a while, and must be let come. */
const MOST_MS = 10_000;

/** Changes come in crowds: three hundred that somebody makes elsewhere are no reason to read a whole list three hundred times. */
export class ChangeCrowd {
  readonly #onOver: () => void;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #most: ReturnType<typeof setTimeout> | undefined;

  constructor(onOver: () => void) {
    this.#onOver = onOver;
  }

  hear(): void {
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(this.#over, QUIET_MS);
    this.#most ??= setTimeout(this.#over, MOST_MS);
  }

  stop(): void {
    clearTimeout(this.#quiet);
    clearTimeout(this.#most);
    this.#quiet = this.#most = undefined;
  }

  readonly #over = (): void => {
    this.stop();
    this.#onOver();
  };
}
