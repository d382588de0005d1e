/// <reference types="vite/client" />
import { version } from '@enrollkit/elements';
import { TAGS } from '../../.storybook/manifest.js';
import { pagesOf, type Picture } from './pictures.js';

/** What is looked at, in this order: a toolbar each, or a way to use it. */
export const CHECKS = {
  states: 'Every state',
  words: 'Words, every language',
  dark: 'Dark',
  brands: 'Three brands',
  rtl: 'Right to left',
  narrow: '320 px',
  forced: 'Forced colours',
  motion: 'Reduced motion',
  long: 'Long texts',
  slow: 'Slow, failing',
  keys: 'Keys only',
  reader: 'Screen reader',
} as const;

/** What there is to see. */
export const SHOWN = TAGS.filter((tag) => tag !== 'enrollkit-backend');

/** What somebody says of a picture. */
export interface Comment {
  readonly text: string;
  /** When it was last changed. */
  readonly at: string;
}

export interface Review {
  readonly reviewer: string;
  readonly ticked: readonly string[];
  readonly notes: string;
  /** By the picture's name: `certificate-upload--chosen-files.dark`. */
  readonly comments: Readonly<Record<string, Comment>>;
}

export const NO_REVIEW: Review = { reviewer: '', ticked: [], notes: '', comments: {} };

/** Where this browser keeps it: ticks of one page and comments of another are one review. */
export const OWN_REVIEW = 'enrollkit-review';

/** What was kept, if it can be read: a browser may keep nothing, or something else under this name. */
export function readReview(kept: string): Review {
  try {
    const found = JSON.parse(localStorage.getItem(kept) ?? '{}') as Partial<Record<keyof Review, unknown>>;
    return {
      reviewer: textOf(found.reviewer),
      ticked: Array.isArray(found.ticked) ? found.ticked.map(textOf) : [],
      notes: textOf(found.notes),
      comments: commentsOf(found.comments),
    };
  } catch {
    return NO_REVIEW;
  }
}

/** Keeps it; false: this browser keeps nothing. */
export function keepReview(kept: string, review: Review): boolean {
  try {
    localStorage.setItem(kept, JSON.stringify(review));
    return true;
  } catch {
    return false;
  }
}

/** Without a word there is no comment. */
export function withComment(review: Review, picture: string, text: string, at: Date): Review {
  const { [picture]: _, ...others } = review.comments;
  const comments = text.trim() === '' ? others : { ...others, [picture]: { text, at: at.toISOString() } };
  return { ...review, comments };
}

/** Of what it is a review: without this nobody could say later whether a comment still holds. */
export interface ReviewedKit {
  readonly on: string;
  readonly version: string;
  /** Absent: it was built where git knew none. */
  readonly commit?: string;
  readonly address: string;
  readonly browser: string;
}

export function reviewedKit(now: Date): ReviewedKit {
  const commit = import.meta.env.KIT_COMMIT as string | undefined;
  return {
    on: now.toISOString(),
    version,
    ...(commit && { commit }),
    address: new URL('./', location.href).href,
    browser: navigator.userAgent,
  };
}

/** Whoever writes of `<course-booking>` means its name: as a tag it would not be seen in an issue. In code it is shown as it is. */
const asWritten = (text: string): string => text.replace(/(`[^`\n]+`)|</g, (_, code?: string) => code ?? '\\<');

/** For an issue or a mail. */
export function asMarkdown(review: Review, kit: ReviewedKit): string {
  const { reviewer, ticked, notes } = review;
  const { on, version, commit, address, browser } = kit;
  const rows = SHOWN.map((tag) => {
    const cells = Object.keys(CHECKS).map((check) => (ticked.includes(`${tag} ${check}`) ? 'x' : ' '));
    return `| ${[`\`${tag}\``, ...cells].join(' | ')} |`;
  });
  const names = ['Element', ...Object.values(CHECKS)];
  const comments = commentedPictures(review, kit).map(
    ({ picture, story, mode, link, text, at }) =>
      `### ${picture}\n\n[${story}, ${mode}](${link}), ${at.slice(0, 10)}\n\n${asWritten(text).replace(/^/gm, '> ')}\n`,
  );
  return [
    '# Review of Enrollkit\n',
    ...(reviewer ? [`- By: ${reviewer}`] : []),
    `- On: ${on.slice(0, 16).replace('T', ' ')} UTC`,
    `- Version: ${version}${commit ? `, commit ${commit}` : ''}`,
    `- Looked at: ${address}`,
    `- In: ${browser}`,
    `- ${doneOf(review)}\n`,
    `| ${names.join(' | ')} |\n|${' --- |'.repeat(names.length)}`,
    ...rows,
    ...(comments.length > 0 ? ['\n## Comments on pictures\n', ...comments] : []),
    ...(notes ? [`\n## Notes\n\n${asWritten(notes)}`] : []),
    '',
  ].join('\n');
}

/** For a spreadsheet: a line for each thing to look at, for each comment, and for what was reviewed. */
export function asCsv(review: Review, kit: ReviewedKit): string {
  const { reviewer, ticked, notes } = review;
  const rows = SHOWN.flatMap((tag) =>
    Object.entries(CHECKS).map(([check, name]) => [tag, name, ticked.includes(`${tag} ${check}`) ? 'yes' : 'no']),
  );
  const comments = commentedPictures(review, kit).map(({ picture, text }) => [picture, 'Comment', text]);
  const about = Object.entries({ By: reviewer, On: kit.on, Version: kit.version, Commit: kit.commit, At: kit.address });
  const lines = [
    ['Element', 'Looked at', 'Done'],
    ...rows,
    ...comments,
    ...(notes ? [['', 'Notes', notes]] : []),
    ...about.flatMap(([name, value]) => (value ? [['', name, value]] : [])),
  ];
  // With the mark that has spreadsheets read it as UTF-8.
  return `\uFEFF${lines.map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** For a program, such as one that files an issue for each comment. */
export function asJson(review: Review, kit: ReviewedKit): string {
  const { reviewer, ticked, notes } = review;
  const looked = SHOWN.flatMap((element) =>
    Object.keys(CHECKS).map((check) => ({ element, check, isDone: ticked.includes(`${element} ${check}`) })),
  );
  return `${JSON.stringify({ kit, reviewer, looked, comments: commentedPictures(review, kit), notes }, null, 2)}\n`;
}

export const doneOf = ({ ticked, comments }: Review): string => {
  const count = Object.keys(comments).length;
  const all = SHOWN.length * Object.keys(CHECKS).length;
  return `${ticked.length} of ${all} looked at, ${count} ${count === 1 ? 'picture' : 'pictures'} commented on.`;
};

interface Commented extends Comment, Pick<Picture, 'story' | 'mode'> {
  readonly picture: string;
  readonly link: string;
}

/** In the order in which the pictures are shown: those that are no longer there come last. */
export function commentedPictures(
  { comments }: Review,
  { address }: Pick<ReviewedKit, 'address'>,
): readonly Commented[] {
  const known = pagesOf().filter(({ name }) => name in comments);
  const gone = Object.keys(comments).filter((name) => !known.some((each) => each.name === name));
  return [
    ...known.map(({ name, story, mode, path }) => ({
      picture: name,
      story,
      mode,
      link: address + path,
      ...comments[name]!,
    })),
    ...gone.map((name) => {
      const [story = name, mode = ''] = name.split('.');
      return { picture: name, story, mode, link: address, ...comments[name]! };
    }),
  ];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function commentsOf(value: unknown): Review['comments'] {
  const entries = Object.entries(Object(value) as Record<string, Partial<Comment> | null>);
  return Object.fromEntries(
    entries.flatMap(([picture, comment]) =>
      typeof comment?.text === 'string' ? [[picture, { text: comment.text, at: textOf(comment.at) }]] : [],
    ),
  );
}

/** In quotes, and never a formula. */
const csvCell = (text: string): string => `"${text.replace(/^(?=[=+\-@])/, "'").replaceAll('"', '""')}"`;
