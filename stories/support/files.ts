/** The smallest PDF that readers accept: its own bytes, offsets and all. */
export function pdfFile(name = 'certificaat-el-khatib.pdf', title = 'Certificaat'): File {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    `<< /Title (${title}) >>`,
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const xref = text.length;
  const entry = (offset: number) => `${String(offset).padStart(10, '0')} 00000 n \n`;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map(entry).join('')}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return new File([text], name, { type: 'application/pdf' });
}

/** One that never gets read to its end. */
export function unreadFile(name: string): File {
  const file = pdfFile(name);
  const unread = (): Promise<never> => new Promise(() => undefined);
  return Object.defineProperties(file, {
    arrayBuffer: { value: unread },
    slice: { value: () => Object.defineProperty(new Blob(), 'arrayBuffer', { value: unread }) },
  });
}

/** A picture of one pixel. */
export function pngFile(name = 'certificaat.png'): File {
  const base64 = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  return new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], name, { type: 'image/png' });
}

/** What a word processor writes, with a name that says PDF. */
export function renamedDocument(name = 'diploma.pdf'): File {
  return new File(['PK\u0003\u0004 word/document.xml'], name, { type: 'application/pdf' });
}
