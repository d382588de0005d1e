/** What an element does without where the platform has no `ElementInternals`, or a part of it: jsdom and happy-dom, old browsers. */
const WITHOUT: Readonly<Record<string, () => unknown>> = {
  states: () => new Set(),
  labels: () => [],
  form: () => null,
  validity: () => ({ valid: true }),
  validationMessage: () => '',
  setFormValue: () => () => undefined,
  setValidity: () => () => undefined,
  checkValidity: () => () => true,
  reportValidity: () => () => true,
};

/** The element's internals. A host's own tests, which know no forms and no custom states, see the element all the same. */
export function internalsOf(element: HTMLElement): ElementInternals {
  const internals = (element as Partial<HTMLElement>).attachInternals?.() ?? ({} as ElementInternals);
  for (const name in WITHOUT) if (!(name in internals)) Object.assign(internals, { [name]: WITHOUT[name]?.() });
  return internals;
}
