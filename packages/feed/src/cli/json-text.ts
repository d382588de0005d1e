/** What would end the script of a page that the JSON is put into, steer a terminal, or turn a line around. */
const UNSAFE = /[<\u007f-\u009f\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

/** A value as JSON in one line, with what isn't safe everywhere escaped: to whoever parses it, it is the same. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
