const ADDRESS = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\.]+(?:\.[^\s@<>()[\],;:"\\.]+)+$/;
/** Source: RFC 5321. */
const LONGEST = 254;

/** Whether mail could be sent to a text, as far as its spelling tells. Narrower than the schema's pattern. */
export function isEmailAddress(text: string): boolean {
  return text.length <= LONGEST && ADDRESS.test(text) && !text.includes('..') && !text.includes('.@');
}
