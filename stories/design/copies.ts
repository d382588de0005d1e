/** Copies a text when a button is pressed, and says in the `<output>` behind it whether that has worked. */
export function copies(text: () => string): (event: Event) => void {
  return ({ currentTarget }) => {
    const told = (currentTarget as Element).nextElementSibling;
    const tell = (sentence: string): void => {
      if (told) told.textContent = sentence;
    };
    navigator.clipboard.writeText(text()).then(
      () => tell('Copied.'),
      () => tell('This browser doesn’t allow it: select the text and copy it.'),
    );
  };
}
