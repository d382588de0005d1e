import { hasErrorCode } from '@enrollkit/core';
import { checkProducts, checkTrainers, type FeedFinding } from '@enrollkit/feed';
import { XmlDocument, XmlLibError, XsdValidator } from 'libxml2-wasm';

/** What somebody says of a feed: why it is invalid, or nothing. */
export type Reasons = readonly string[];

const TODAY = '2026-11-22';

/** Our strict mode on products. */
export function judgeProducts(feed: Uint8Array): Promise<Reasons> {
  return reasonsAmong(checkProducts(feed, { mode: 'strict', today: TODAY }));
}

/** Our strict mode on trainers. */
export function judgeTrainers(feed: Uint8Array): Promise<Reasons> {
  return reasonsAmong(checkTrainers(feed, { mode: 'strict' }));
}

async function reasonsAmong(entries: AsyncIterable<{ readonly issues: readonly FeedFinding[] }>): Promise<Reasons> {
  const reasons: string[] = [];
  try {
    for await (const { issues } of entries) {
      reasons.push(...issues.filter(({ severity }) => severity === 'error').map(reasonOf));
    }
  } catch (error) {
    if (!hasErrorCode(error, 'invalid')) throw error;
    reasons.push(...error.issues.map(({ code }) => code));
  }
  return reasons;
}

/** The code, where it was and the value: `value-spelling price.period " all"`. */
function reasonOf({ code, path, params }: FeedFinding): string {
  const { value, attribute } = params as { value?: string; attribute?: string };
  return [code, path.replaceAll(/\[\d+\]/g, ''), attribute ?? JSON.stringify(value)].filter(Boolean).join(' ');
}

/** Says for each of several schemas what libxml2 has against a feed, which it reads once. */
export function schemaJudge<Name extends string>(schemas: Readonly<Record<Name, Uint8Array>>) {
  const validators = Object.entries<Uint8Array>(schemas).map(
    ([name, schema]) => [name, XsdValidator.fromDoc(XmlDocument.fromBuffer(schema))] as const,
  );
  return (feed: Uint8Array): Readonly<Record<Name, Reasons>> => {
    let document: XmlDocument | undefined;
    try {
      const read = (document = XmlDocument.fromBuffer(feed));
      return byName(([, validator]) => reasonsOf(() => validator.validate(read)));
    } catch (error) {
      const malformed = detailsOf(error);
      return byName(() => malformed);
    } finally {
      document?.dispose();
    }
  };

  function byName(judge: (each: (typeof validators)[number]) => Reasons): Record<Name, Reasons> {
    return Object.fromEntries(validators.map((each) => [each[0], judge(each)])) as Record<Name, Reasons>;
  }
}

function reasonsOf(judge: () => void): Reasons {
  try {
    judge();
    return [];
  } catch (error) {
    return detailsOf(error);
  }
}

function detailsOf(error: unknown): Reasons {
  if (!(error instanceof XmlLibError)) throw error;
  // It warns of keys that it can't compare because their values are wrong, which it has said.
  return error.details
    .map(({ message }) => message.trim())
    .filter((message) => !message.includes('No precomputed value'));
}
