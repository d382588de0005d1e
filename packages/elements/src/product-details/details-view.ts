import type { PeOrganisation, Product, Region } from '@enrollkit/core';
import type { ProductDetailsTerms } from '../terms/product-details.js';

/** The part of a product that is shown: every field of it may be absent. */
export type DetailedProduct = Pick<Product, 'id' | 'name' | 'imageUrls'> &
  Partial<Omit<Product, 'id' | 'name' | 'imageUrls'>> & {
    /** Where the backend says so: then nothing more is asked for. */
    readonly trainers?: readonly ShownTrainer[];
    readonly startRegions?: readonly Region[];
  };

/** A trainer as a visitor may know them: never an address. */
export interface ShownTrainer {
  readonly name: string;
  readonly photoUrl?: string | undefined;
}

/** A product in the words of one locale, and what can be done with it. */
export interface DetailsView {
  readonly product: DetailedProduct;
  readonly terms: ProductDetailsTerms;
  readonly locale: string;
  readonly trainers: readonly ShownTrainer[];
  readonly regions: readonly Region[];
  readonly peOrganisations: readonly PeOrganisation[];
  readonly isPlaying: boolean;
  readonly onPlay: () => void;
}
