/** What an element shows, as text that can be compared: its shadow tree without comments and stylesheets. */
export function shadowHtml(element: Element): string {
  return `${openTag(element)}${element.shadowRoot ? inner(element.shadowRoot) : ''}`;
}

function inner(node: Node): string {
  let result = '';
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) result += child.nodeValue ?? '';
    else if (child.nodeType === Node.ELEMENT_NODE) result += shadowHtml(child as Element) + inner(child);
  }
  return result;
}

function openTag(element: Element): string {
  const attributes = [...element.attributes]
    // What is made up anew each time.
    .filter(({ name, value }) => name !== 'data-item' && !value.startsWith('blob:'))
    .map(({ name, value }) => `${name}=${JSON.stringify(value)}`)
    .sort();
  const { checked, value } = element as Partial<HTMLInputElement>;
  const state = element.localName === 'input' ? ` checked:${checked} value:${value}` : '';
  return `\n<${[element.localName, ...attributes].join(' ')}${state}>`;
}
