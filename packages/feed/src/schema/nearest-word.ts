/** Longer words than any of a list are like none of them, and cost nothing. */
const LONGEST = 40;

/** The word of a list that a text is most like; none when it is like none. */
export function nearestWord(text: string, words: readonly string[]): string | undefined {
  if (text.length > LONGEST) return undefined;
  const wanted = comparableWord(text);
  let nearest: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 2)) + 1;
  for (const word of words) {
    const other = comparableWord(word);
    if (Math.abs(other.length - wanted.length) >= least) continue;
    const distance = changesBetween(wanted, other);
    if (distance >= least) continue;
    nearest = word;
    least = distance;
  }
  return nearest;
}

/** A word without what people write differently in it: capitals, spaces, hyphens, points. */
export function comparableWord(text: string): string {
  return text.toLowerCase().replace(/[\s\-_./\u2010-\u2015]+/g, '');
}

/** How many letters have to be put in, taken away or changed. Source: Levenshtein's distance, a row at a time. */
function changesBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let index = 1; index <= other.length; index += 1) {
      const isSame = one[at - 1] === other[index - 1];
      const [before = 0, above = 0, left = 0] = [row[index - 1], row[index], next[index - 1]];
      next.push(isSame ? before : 1 + Math.min(before, above, left));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
