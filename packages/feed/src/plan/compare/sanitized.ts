import type { Product, Trainer } from '@enrollkit/core';

type Sanitize = (html: string) => string;

/** A product as it is stored. */
export function sanitizedProduct(product: Product, sanitize: Sanitize): Product {
  return { ...product, description: sanitize(product.description) };
}

/** A trainer as it is stored. */
export function sanitizedTrainer(trainer: Trainer, sanitize: Sanitize): Trainer {
  return trainer.bio === undefined ? trainer : { ...trainer, bio: sanitize(trainer.bio) };
}
