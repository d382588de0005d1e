import { normalizeEmail } from '../../../access/scope.js';
import type { StoredProduct } from '../../../product/product.js';
import type { PublicTrainer, StoredTrainer } from '../../../trainer/trainer.js';
import { linkState } from '../../../trainer/trainer-link.js';
import type { ReadTables } from '../../store.js';

/** The products as people read them: with who gives each of them. One look at the trainers, however many products. */
export async function withTrainers(
  { trainers }: Pick<ReadTables, 'trainers'>,
  products: readonly StoredProduct[],
): Promise<readonly StoredProduct[]> {
  const emails = [...new Set(products.flatMap(emailsOf))];
  if (emails.length === 0) return products;
  const { items } = await trainers.list({ emails, state: 'confirmed' });
  const keyOf = (email: string, { providerId }: { readonly providerId?: string }): string =>
    JSON.stringify([normalizeEmail(email), providerId ?? null]);
  const known = new Map(items.map((trainer) => [keyOf(trainer.email, trainer), trainer]));
  return products.map((product) => {
    const own = emailsOf(product).flatMap((email) => known.get(keyOf(email, product)) ?? []);
    const agreed = [...new Set(own)].filter((trainer) => linkState(trainer, product)?.state === 'accepted');
    const shown = agreed.flatMap((trainer) => publicTrainer(trainer) ?? []);
    return shown.length === 0 ? product : { ...product, trainers: shown };
  });
}

/** Whom the provider names, and then who asked. */
function emailsOf({ trainerEmails, linkedTrainers = [] }: StoredProduct): readonly string[] {
  return [...trainerEmails, ...linkedTrainers].map(normalizeEmail);
}

/** Nobody, as long as there is no name to show. */
function publicTrainer(trainer: StoredTrainer): PublicTrainer | undefined {
  const { firstName = '', lastName = '', bio, photoUrl, webAddress, linkedIn } = trainer;
  const name = `${firstName} ${lastName}`.trim();
  if (name === '') return undefined;
  return {
    name,
    ...(bio !== undefined && { bio }),
    ...(photoUrl !== undefined && { photoUrl }),
    ...(webAddress !== undefined && { webAddress }),
    ...(linkedIn !== undefined && { linkedIn }),
  };
}
