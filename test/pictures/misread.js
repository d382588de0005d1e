/**
 * Sentences of the elements that stand in another order than they are read in, as a full stop does that comes before its sentence on a
 * page that runs the other way. Runs in the page, so everything that it needs is in it.
 *
 * @returns {string[]}
 */
export function misread() {
  return rootsIn(document)
    .flatMap((root) => [...root.querySelectorAll('*')])
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .flatMap((element) => [...element.childNodes])
    .filter((node) => node.nodeType === Node.TEXT_NODE && /\p{Script=Latin}/u.test(node.data) && !isInOrder(node))
    .map(({ data, parentElement }) => `${parentElement.getRootNode().host.localName}: ${data.trim()}`);

  /** Its first and its last two letters, or signs, where those share a line. */
  function isInOrder(node) {
    const text = node.data;
    const first = text.length - text.trimStart().length;
    const last = text.trimEnd().length - 1;
    return [first, last - 1].every((at) => at < first || isBefore(node, at));
  }

  function isBefore(node, at) {
    const [one, next] = [at, at + 1].map((from) => boxOf(node, from));
    if (!one || !next || Math.abs(one.top - next.top) > 2) return true;
    return one.left <= next.left + 1;
  }

  function boxOf(node, from) {
    if (from + 1 > node.data.length) return undefined;
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, from + 1);
    const box = range.getBoundingClientRect();
    return box.width > 0 ? box : undefined;
  }

  function rootsIn(root) {
    return [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? [shadowRoot, ...rootsIn(shadowRoot)] : [],
    );
  }
}
