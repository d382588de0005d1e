/** The start of a text that is too long to repeat in a finding. */
export function excerpt(text: string): string {
  if (text.length <= 60) return text;
  // Never half a character.
  const end = isHighSurrogate(text.charCodeAt(58)) ? 58 : 59;
  return `${text.slice(0, end)}…`;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
