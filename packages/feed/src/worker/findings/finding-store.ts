import type { PricedProduct } from '@enrollkit/core';
import type { CheckedEntry, CheckedTrainer } from '../../check/checked-entry.js';
import type { FeedFinding } from '../../findings/feed-finding.js';
import { trainerName } from '../../plan/compare/compare-trainers.js';

/** Findings that are kept to be looked at; beyond, they are counted, and written when the findings are asked for as CSV. */
const MOST_KEPT = 100_000;

/** A product, trainer or another part of the feed that something can be said about. */
export interface KeptEntry {
  readonly name: string;
  readonly id?: string;
  readonly line: number;
  /** Absent when there is no price to tell. */
  readonly product?: PricedProduct;
}

/** A finding, and the entry that it is about. */
export interface KeptFinding {
  readonly finding: FeedFinding;
  readonly entry: number;
}

/** What is kept of a feed while it is checked: enough to show any finding and any price, and no descriptions. */
export class FindingStore {
  readonly entries: KeptEntry[] = [];
  readonly findings: KeptFinding[] = [];
  readonly byCode: Record<string, number> = {};
  products = 0;
  errors = 0;
  warnings = 0;
  /** Where the feed breaks off, when it does: what comes after may just not have arrived. */
  brokenOff: KeptFinding | undefined;

  add(checked: CheckedEntry | CheckedTrainer): void {
    const { issues, line } = checked;
    const item = itemOf(checked);
    if (item) this.products += 1;
    // Of a feed of millions of faults the first are kept, as below; the rest is counted.
    else if (issues.length === 0 || this.findings.length >= MOST_KEPT) {
      for (const { severity, code } of issues) this.#count(severity, code);
      return;
    }
    const entry = this.entries.length;
    this.entries.push(own({ name: '', ...(checked.id !== undefined && { id: checked.id }), ...item, line }));
    for (const finding of issues) this.addFinding(finding, entry);
  }

  /** What ended reading: a finding about the feed as a whole. */
  addProblem(finding: FeedFinding): KeptFinding {
    this.entries.push({ name: '', line: finding.line });
    const kept = { finding: own(finding), entry: this.entries.length - 1 };
    this.addFinding(finding, kept.entry);
    return kept;
  }

  #count(severity: FeedFinding['severity'], code: string): void {
    if (severity === 'error') this.errors += 1;
    else this.warnings += 1;
    this.byCode[code] = (this.byCode[code] ?? 0) + 1;
  }

  addFinding(finding: FeedFinding, entry: number): void {
    this.#count(finding.severity, finding.code);
    if (finding.code === 'unexpected-end') this.brokenOff ??= { finding: own(finding), entry };
    if (this.findings.length < MOST_KEPT) this.findings.push({ finding: own(finding), entry });
  }
}

/** How people call it, and what its price is made of. */
function itemOf(checked: CheckedEntry | CheckedTrainer): Omit<KeptEntry, 'line'> | undefined {
  const { product, price, trainer }: Partial<CheckedEntry & CheckedTrainer> = checked;
  if (trainer) return { id: trainer.email, name: trainerName(trainer) };
  return product && { id: product.id, name: product.name, ...(price && { product: pricedPart(product) }) };
}

function pricedPart({ id, productType, price, additionalCosts, discounts }: PricedProduct): PricedProduct {
  return { id, productType, ...(price && { price }), additionalCosts, discounts };
}

/** A copy that keeps no part of the feed's text in memory, as a piece cut out of a text does. */
function own<Value extends object>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
