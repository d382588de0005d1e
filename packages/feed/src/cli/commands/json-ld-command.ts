import { calculatePrice } from '@enrollkit/core';
import { toSchemaOrg } from '@enrollkit/core/schema-org.js';
import { readProducts } from '../../read/read-products.js';
import { EXIT, type Command } from '../command.js';
import { withFeed } from '../input/feed-input.js';
import { jsonText } from '../json-text.js';
import { FILE_HELP, SHARED_HELP, SHARED_OPTIONS } from '../options.js';

/** `feed json-ld`: the products as search engines read them. */
export const jsonLdCommand: Command = {
  name: 'json-ld',
  summary: 'writes the products as schema.org JSON-LD, with the all-in price',
  usage: 'FILE [options]',
  help: `${FILE_HELP}

  --site NAME       with the discount of this site
${SHARED_HELP}

Writes one JSON array with an object per line. Products with an error are left out.
Exit code: 0 done, 1 something was left out, 2 could not be read.`,
  options: { ...SHARED_OPTIONS, site: { type: 'string' } },
  async run(invocation) {
    const { file, values, console, texts, signal } = invocation;
    const site = typeof values.site === 'string' ? values.site : undefined;
    let written = 0;
    let leftOut = 0;
    await console.write('[');
    await withFeed(file, invocation, { writesMeanwhile: true }, async ({ bytes, count }) => {
      for await (const { product, issues } of readProducts(bytes, { signal })) {
        if (!product || issues.some(({ severity }) => severity === 'error')) {
          leftOut += issues.some(({ severity }) => severity === 'error') ? 1 : 0;
          continue;
        }
        count();
        const course = toSchemaOrg(product, { price: calculatePrice(product, { site }) });
        await console.write(`${written === 0 ? '\n' : ',\n'}${jsonText(course)}`);
        written += 1;
      }
    });
    await console.write('\n]\n');
    if (leftOut > 0) console.note(texts.leftOut(leftOut));
    return leftOut > 0 ? EXIT.errorsFound : EXIT.good;
  },
};
