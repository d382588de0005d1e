/** The whole text of what is written piece by piece, and what is told at the end. */
export async function written<Summary>(
  pieces: AsyncGenerator<string, Summary, undefined>,
): Promise<{ readonly xml: string; readonly summary: Summary }> {
  let xml = '';
  for (;;) {
    const piece = await pieces.next();
    if (piece.done) return { xml, summary: piece.value };
    xml += piece.value;
  }
}
