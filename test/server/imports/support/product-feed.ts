import { feedOf, productXml } from '../../../feed/read/product-xml.js';

const TEXT = 'In drie dagen leer je alles wat je voor het examen nodig hebt, met oefeningen uit de praktijk. ';

/** A product of a feed. `price` in whole euros. */
export function course(
  id: string,
  { price = 399, extra = {} }: { price?: number; extra?: Record<string, string> } = {},
): string {
  return productXml({
    ID: id,
    Name: `Cursus ${id}`,
    Description: `<![CDATA[<p>${TEXT.repeat(3)}</p>]]>`,
    Price: String(price),
    ...extra,
  });
}

/** A feed of so many courses, each at its price. */
export function feedWith(count: number, { price = 399 }: { readonly price?: number } = {}): string {
  return feedOf(...Array.from({ length: count }, (_, index) => course(`c-${index}`, { price: price + index })));
}
