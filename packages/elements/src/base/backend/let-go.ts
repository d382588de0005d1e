import type { HostBackend } from './backend-context.js';

/** A write that a backend kept until there was a connection, as far as it is looked for. */
interface Kept {
  readonly id: number;
  readonly enrollmentId: string;
  readonly to?: string;
  readonly fileName?: string;
  readonly state: string;
  readonly isFromHere?: boolean;
}

interface Queue {
  items(): Promise<readonly Kept[]>;
  discard(id: number): Promise<void>;
}

/** Takes what was refused, and a person has let go of here, off the list of a backend that has one: it isn't told anywhere else. */
export async function letGoOf(
  backend: HostBackend | undefined,
  { enrollmentId, to, fileName }: Pick<Kept, 'enrollmentId' | 'to' | 'fileName'>,
): Promise<void> {
  const { queue } = (backend ?? {}) as { readonly queue?: Queue };
  try {
    const refused = (await queue?.items())?.filter(
      (item) =>
        item.isFromHere === true &&
        item.state === 'failed' &&
        item.enrollmentId === enrollmentId &&
        item.to === to &&
        item.fileName === fileName,
    );
    await Promise.all((refused ?? []).map(async ({ id }) => queue?.discard(id)));
  } catch {
    // Then it is told once more, on the next visit.
  }
}
