import { answer } from '../http/operation.js';
import { paging } from '../http/request/query-fields.js';
import { refusal } from './springest-schemas.js';
import { toTypedXml } from './typed-xml.js';

/** What the documentation of each of these operations has in common. */
export const SHARED = { tags: ['Springest'], security: [{ api_key: [] }, { bearer: [] }] };

/** A page of a list. What isn't a parameter there is ignored here too. */
export const PAGING = { size: paging.size, offset: paging.offset };

/** An answer in both representations. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- The routes' types follow from its literals.
export function compatibleAnswer<Schema extends Parameters<typeof answer>[1]['schema']>(
  description: string,
  { schema, example, root }: { readonly schema: Schema; readonly example: object; readonly root: string },
) {
  return answer(description, { schema, example, xml: toTypedXml(root, example) });
}

/** The refusals of every operation. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- As above.
export function refusals() {
  const refused = (description: string, sentence: string) =>
    answer(description, { schema: refusal, example: { errors: [sentence] } });
  return {
    400: refused(
      'Something is wrong with what was sent',
      'valid_from: This is not a valid date. Send an existing date, written as yyyy-mm-dd.',
    ),
    401: refused(
      'The key is missing or wrong',
      'The API key does not exist or was revoked. Send `api_key` with an API key of this server.',
    ),
    403: refused('The key belongs to no provider', 'Not allowed. Use a credential whose role may do this.'),
    404: refused('There is no such record', 'Not found. Check the address.'),
    429: refused('Too many requests', 'Too many requests. Wait for the time in Retry-After.'),
  };
}
