// What JShrink (PHP; Magento, and caching plugins) does to a script, which neither Debian nor npm has: it knows no JavaScript,
// goes from character to character, and drops white space except where two words would meet or a line end may matter. Like
// it, this one keeps strings, templates up to their next backtick and regular expressions, which it finds by what is in front.
const WORD = /[\w$\\]|[^\x00-\x7f]/;
/** A line end stays behind and before these: it may end a statement. */
const MAY_END = /[\w$\\\])}"'+-]|[^\x00-\x7f]/;
const MAY_BEGIN = /[\w$\\[({+\-!~]|[^\x00-\x7f]/;
const BEFORE_REGEX = '(,=:[!&|?+-~*{;\n';
const WORDS_BEFORE_REGEX = /(?:^|[^\w$.])(?:return|typeof|case|in|of|delete|void|throw|new|else|do)$/;

/** @param {string} source @returns {string} */
export function jshrink(source) {
  const parts = [];
  /** As much of what is written as is ever looked at: the whole would be put together anew for each look. */
  let tail = '';
  const write = (text) => {
    parts.push(text);
    tail = (tail + text.slice(-12)).slice(-12);
  };
  let at = 0;
  while (at < source.length) {
    const char = source[at];
    const two = source.slice(at, at + 2);
    if (two === '//' || two === '/*') {
      const end = two === '//' ? source.indexOf('\n', at) : source.indexOf('*/', at) + 2;
      // Important comments stay, as licences must.
      if (source[at + 2] === '!') write(`${source.slice(at, end)}\n`);
      at = end < at ? source.length : end;
    } else if (char === '"' || char === "'" || char === '`') {
      const end = endOfString(source, at, char);
      write(source.slice(at, end));
      at = end;
    } else if (char === '/' && (BEFORE_REGEX.includes(tail.at(-1) ?? '\n') || WORDS_BEFORE_REGEX.test(tail))) {
      const end = endOfRegex(source, at);
      write(source.slice(at, end));
      at = end;
    } else if (/\s/.test(char)) {
      const [space] = /^\s+/.exec(source.slice(at, at + 1000)) ?? [char];
      at += space.length;
      write(separator(tail.at(-1) ?? '', source[at] ?? '', space.includes('\n')));
    } else {
      write(char);
      at += 1;
    }
  }
  return parts.join('');
}

function separator(before, after, isLineEnd) {
  if (isLineEnd && MAY_END.test(before) && MAY_BEGIN.test(after)) return '\n';
  const meet = (WORD.test(before) && WORD.test(after)) || (before === after && '+-'.includes(after));
  return meet ? ' ' : '';
}

function endOfString(source, start, quote) {
  for (let at = start + 1; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === quote) return at + 1;
  }
  throw new Error(`A string that begins at ${start} has no end`);
}

function endOfRegex(source, start) {
  let isInClass = false;
  for (let at = start + 1; at < source.length && source[at] !== '\n'; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === '[') isInClass = true;
    else if (source[at] === ']') isInClass = false;
    else if (source[at] === '/' && !isInClass) return at + 1;
  }
  throw new Error(`A regular expression that begins at ${start} has no end`);
}
