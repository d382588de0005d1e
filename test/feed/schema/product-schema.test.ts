import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { AS_LISTED, compare, type Verdict } from './compare.js';
import {
  LAXER_THAN_OFFICIAL,
  LAXER_THAN_OWN,
  OWN_LAXER_THAN_OFFICIAL,
  OWN_STRICTER_THAN_OFFICIAL,
  STRICTER_THAN_OFFICIAL,
  STRICTER_THAN_OWN,
} from './differences.js';
import { judgeProducts, schemaJudge } from './judges.js';
import { changedByChance, everyChange } from './mutated-feeds.js';
import { productFeeds } from './product-feeds.js';

const OFFICIAL = new URL('../../../../shared/reference/product_2_1.xsd', import.meta.url);
const OWN = new URL('../../../packages/feed/schema/product.xsd', import.meta.url);
const hasOfficial = existsSync(OFFICIAL);
const skipped = hasOfficial ? '' : ' (skipped: ../shared/reference is not here)';

let verdicts: readonly Verdict[] = [];

beforeAll(async () => {
  const own = readFileSync(OWN);
  const judge = schemaJudge({ own, official: hasOfficial ? readFileSync(OFFICIAL) : own });
  const judged: Verdict[] = [];
  for (const { what, xml } of [...everyChange(productFeeds), ...changedByChance(productFeeds, 600)]) {
    const feed = new TextEncoder().encode(xml);
    judged.push({ what, strict: await judgeProducts(feed), ...judge(feed) });
  }
  verdicts = judged;
});

describe.skipIf(!hasOfficial)(`the official schema in libxml2${skipped}`, () => {
  it('takes what strict mode takes, but for what is listed', () => {
    expect(compare(verdicts, 'official', 'strict', LAXER_THAN_OFFICIAL)).toEqual(AS_LISTED);
  });

  it('refuses what strict mode refuses, but for what is listed', () => {
    expect(compare(verdicts, 'strict', 'official', STRICTER_THAN_OFFICIAL)).toEqual(AS_LISTED);
  });

  it('takes what our schema takes, but for what is listed', () => {
    expect(compare(verdicts, 'official', 'own', OWN_LAXER_THAN_OFFICIAL)).toEqual(AS_LISTED);
  });

  it('refuses what our schema refuses, but for what is listed', () => {
    expect(compare(verdicts, 'own', 'official', OWN_STRICTER_THAN_OFFICIAL)).toEqual(AS_LISTED);
  });
});

describe('our own schema in libxml2', () => {
  it('takes what strict mode takes, but for what is listed', () => {
    expect(compare(verdicts, 'own', 'strict', LAXER_THAN_OWN)).toEqual(AS_LISTED);
  });

  it('refuses what strict mode refuses, but for what is listed', () => {
    expect(compare(verdicts, 'strict', 'own', STRICTER_THAN_OWN)).toEqual(AS_LISTED);
  });

  it('is tried with thousands of feeds, of which many are valid and many are not', () => {
    const valid = verdicts.filter(({ own }) => own.length === 0).length;
    expect(verdicts.length).toBeGreaterThan(5000);
    expect(valid).toBeGreaterThan(2000);
    expect(verdicts.length - valid).toBeGreaterThan(2000);
  });
});
