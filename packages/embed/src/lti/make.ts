/** Small parts of the page, made without a word of markup: nothing of what they say can become any. */
export function node(tag: string, attributes: Readonly<Record<string, string>>, text?: string): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

export function message(text: string, role?: 'alert' | 'status'): HTMLElement {
  return node('p', role === undefined ? {} : { role }, text);
}

export function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = node('button', { type: 'button' }, text) as HTMLButtonElement;
  made.addEventListener('click', onClick);
  return made;
}

/** A choice with its label. */
export function select(
  label: string,
  options: readonly (readonly [value: string, text: string])[],
): readonly [HTMLElement, HTMLSelectElement] {
  const id = `lti-${label.replaceAll(/\W+/g, '-')}`;
  const around = node('div', { class: 'field' });
  const choice = node('select', { id }) as HTMLSelectElement;
  choice.append(...options.map(([value, text]) => node('option', { value }, text)));
  around.append(node('label', { for: id }, label), choice);
  return [around, choice];
}
