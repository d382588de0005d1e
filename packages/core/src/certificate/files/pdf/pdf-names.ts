/** Any letter of a name may be written as its number: `/Encryp#74` is `/Encrypt`. ISO 32000-2, 7.3.5. */
export function withPlainNames(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
