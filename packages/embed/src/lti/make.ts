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

/** A field with its label. */
export function field(label: string, control: HTMLElement): HTMLElement {
  control.id = `lti-${label.replaceAll(/\W+/g, '-')}`;
  const around = node('div', { class: 'field' });
  around.append(node('label', { for: control.id }, label), control);
  return around;
}

type Options = readonly (readonly [value: string, text: string])[];

/** One of these must be chosen. */
export function select(options: Options): HTMLSelectElement {
  const choice = node('select', { required: '' }) as HTMLSelectElement;
  setOptions(choice, options);
  return choice;
}

export function setOptions(choice: HTMLSelectElement, options: Options): void {
  choice.replaceChildren(...options.map(([value, text]) => node('option', { value }, text)));
}
