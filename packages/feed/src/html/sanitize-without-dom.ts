import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { TAGS_DROPPED_WHOLE } from '@enrollkit/core/description-tags.js';
import { DescriptionWriter } from './description-writer.js';

const DROPPED_WHOLE: ReadonlySet<string> = new Set(TAGS_DROPPED_WHOLE);

/**
 * Makes the description of a product safe to show, and ready for a feed: only the tags p, b, strong, h2, em, i, ul, ol,
 * li and br are left, without attributes. Of other tags the text is kept; of scripts, styles, frames, drawings, templates
 * and form fields nothing is. The result is well-formed, and sanitizing it again changes nothing.
 *
 * This one needs no browser: it is for Node and for workers. Time and memory grow with the length of `html` only.
 *
 * Source: domain.md section 4, `Description`.
 *
 * @example
 * sanitizeDescription('<p class="a">Leer <u>lassen</u><script>x()</script>') // '<p>Leer lassen</p>'
 */
export function sanitizeDescription(html: string): string {
  const text = html.replace(/\r\n?/g, '\n');
  const writer = new DescriptionWriter();
  const tokenizer = new Tokenizer({}, tokenHandler(text, writer));
  tokenizer.write(text);
  tokenizer.end();
  return writer.end();
}

/**
 * Hands tags and texts on to the writer, which keeps its own, bounded account of what is open. So the tokenizer of
 * htmlparser2 is enough: its parser becomes slow with 100,000 open tags.
 */
function tokenHandler(html: string, writer: DescriptionWriter): TokenizerCallbacks {
  let tag = '';
  /** The element that is dropped with its contents, and how many of that name are open. */
  let dropped = '';
  let depth = 0;
  const nameAt = (start: number, end: number): string => html.slice(start, end).toLowerCase();
  const isForeign = (): boolean => dropped === 'svg' || dropped === 'math';

  const open = (isSelfClosing: boolean): void => {
    if (depth > 0) {
      if (tag === dropped && !isSelfClosing) depth += 1;
    } else if (DROPPED_WHOLE.has(tag)) {
      if (isSelfClosing && (tag === 'svg' || tag === 'math')) return;
      dropped = tag;
      depth = 1;
    } else writer.open(tag);
  };

  return {
    onopentagname: (start, end) => void (tag = nameAt(start, end)),
    onopentagend: () => open(false),
    onselfclosingtag: () => open(depth === 0 || isForeign()),
    onclosetag(start, end) {
      const name = nameAt(start, end);
      if (depth === 0) writer.close(name);
      else if (name === dropped) depth -= 1;
    },
    ontext(start, end) {
      if (depth === 0) writer.text(html.slice(start, end));
    },
    ontextentity(codePoint) {
      if (depth === 0) writer.text(String.fromCodePoint(codePoint));
    },
    isInForeignContext: () => depth > 0 && isForeign(),
    onattribdata: ignore,
    onattribentity: ignore,
    onattribend: ignore,
    onattribname: ignore,
    oncdata: ignore,
    oncomment: ignore,
    ondeclaration: ignore,
    onend: ignore,
    onprocessinginstruction: ignore,
  };
}

function ignore(): void {
  // Comments, attributes and the like are never written.
}
