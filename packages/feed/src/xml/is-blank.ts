/** Whether text is only the white space of XML. Between any two elements there is some: by hand, since a pattern costs more. */
export function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0xa && code !== 0x9 && code !== 0xd) return false;
  }
  return true;
}
