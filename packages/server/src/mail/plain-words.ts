// What somebody else wrote, in a mail that comes from this server's owner: it must not be a head, a link or a message of its
// own kind.

/** Letters, and a point only where no more than an initial follows: mail programs make links of `a.example`. */
const NAME = /^(?:[\p{L}\p{M}'’ -]|\.(?=\p{L}?(?:[ .]|$))){1,80}$/u;

/**
 * The name, when it is one. It comes out of somebody's feed and goes, under the name of this server's owner, to whom that
 * somebody wishes: it must not be a message or a link of their own.
 */
export function mailableName(name: string | undefined): string | undefined {
  return name !== undefined && NAME.test(name) ? name : undefined;
}

/** Nothing of a line end, of a direction, or of what can't be seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
/** Where mail programs begin to see an address: between two characters that stand together. */
const LINK_JOINTS = /(?<=[^\s.:/@])(?=[.:/@]+[^\s.:/@])|(?<=[.:/@])(?=[^\s.:/@])/gu;
/** Seen by nobody, and no part of any address. */
const WORD_JOINER = '\u2060';

/**
 * A text of at most so many characters on one line, that no mail program makes a link of.
 *
 * @example
 * plainWords('Ga naar kwaad.example\r\nBcc: x', 80); // 'Ga naar kwaad⁠.⁠example Bcc: x'
 */
export function plainWords(text: string, maxChars: number): string {
  const line = text.replace(UNSEEN, ' ').replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  const short = characters.length > maxChars ? `${characters.slice(0, maxChars - 1).join('')}…` : line;
  return short.replace(LINK_JOINTS, WORD_JOINER);
}
