import type { FeedInput } from '../feed-checker.js';
import type { FeedProblem } from '../feed-wording.js';

/** A feed as it was given. */
export type ChosenFeed =
  | { readonly kind: 'file'; readonly name: string; readonly content: Blob }
  | { readonly kind: 'text'; readonly name: string; readonly content: string }
  | { readonly kind: 'address'; readonly name: string; readonly address: string };

/** A problem on the way to a feed. */
export class FeedFault extends Error {
  readonly problem: FeedProblem;

  constructor(problem: FeedProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** What a page hands in: a file, the text itself, or where it is. */
export function chosenFeed(source: FeedInput | URL, pastedName: string): ChosenFeed {
  if (typeof source === 'string') return { kind: 'text', name: pastedName, content: source };
  if (source instanceof URL) return chosenAddress(source.href);
  return { kind: 'file', name: source instanceof File ? source.name : 'feed.xml', content: source };
}

/** An address as it was typed. Throws `bad-address` when it isn't one that can be fetched. */
export function chosenAddress(typed: string): ChosenFeed {
  const address = typed.trim();
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new FeedFault({ code: 'bad-address' });
  return { kind: 'address', name: fileIn(url) || url.hostname, address: url.href };
}

/** What the file is called at its address; as it stands there when that isn't written as addresses are. */
function fileIn({ pathname }: URL): string {
  const file = pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}

/** What is known of the size before it is read. Throws when the feed can't be a feed. */
export function checkSize(feed: ChosenFeed, maxBytes: number): void {
  if (feed.kind === 'address') return;
  const size = feed.kind === 'text' ? feed.content.trim().length : feed.content.size;
  if (size === 0) throw new FeedFault({ code: feed.kind === 'text' ? 'text-empty' : 'file-empty' });
  if (size > maxBytes) throw new FeedFault({ code: 'too-large' });
}
