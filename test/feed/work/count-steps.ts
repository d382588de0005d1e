import { Session } from 'node:inspector';

const session = new Session();

/** From now on steps are counted in what is imported. Functions that were compiled before are counted as a whole only. */
export function startCounting(): void {
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
}

/** How much of a text or list a built-in goes through for a call. `from`: where a pattern began to look. */
type Cost<This> = (self: This, args: readonly unknown[], result: unknown, from: number) => number;
type Listed = string | Uint8Array | readonly unknown[];

/** The built-in as it is before it is counted. */
const original = (prototype: object): ((...given: unknown[]) => number) =>
  (prototype as { indexOf: (...given: unknown[]) => number }).indexOf;
const indexIn = {
  text: original(String.prototype),
  list: original(Array.prototype),
  bytes: original(Uint8Array.prototype),
};

const whole: Cost<Listed> = ({ length }) => length;
const upToFound: Cost<Listed> = (self, args) => {
  const [, from = 0] = args;
  const find = typeof self === 'string' ? indexIn.text : Array.isArray(self) ? indexIn.list : indexIn.bytes;
  const index = Reflect.apply(find, self, args);
  return Math.max(0, (index === -1 ? self.length : index + 1) - Number(from));
};
const ofInput: Cost<unknown> = (_self, [input]) => (input as Listed | undefined)?.length ?? 0;
const copied: Cost<unknown> = (_self, _args, result) => (result as Listed).length;
const upToMatch: Cost<RegExp> = ({ global, sticky }, [text], result, from) => {
  const match = result as RegExpExecArray | null;
  const start = global || sticky ? from : 0;
  if (match) return match.index - start + match[0].length;
  return sticky ? 0 : String(text).length - start;
};

/** What goes through a text or list by itself, where the counters in our code don't see it. */
const BUILT_INS: readonly (readonly [object, Readonly<Record<string, Cost<never>>>])[] = [
  [
    String.prototype,
    { indexOf: upToFound, includes: upToFound, replaceAll: whole, split: whole, trim: whole, toLowerCase: whole },
  ],
  [RegExp.prototype, { exec: upToMatch }],
  [
    Object.getPrototypeOf(Uint8Array.prototype) as object,
    { indexOf: upToFound, includes: upToFound, copyWithin: whole, fill: whole, set: ofInput, slice: copied },
  ],
  [TextDecoder.prototype, { decode: ofInput }],
  [TextEncoder.prototype, { encode: ofInput, encodeInto: ofInput }],
  [
    Array.prototype,
    { includes: upToFound, indexOf: upToFound, slice: copied, sort: whole, shift: whole, reverse: whole },
  ],
];

/**
 * How many steps the code of a file takes for something: blocks of it that are run, as the engine counts them, and characters and
 * bytes that built-ins go through for it. The same on every machine, and whatever else that does. Nothing else may run our code
 * in between: asking the engine is dear, and is done once.
 */
export async function countSteps(file: string, work: () => Promise<unknown>): Promise<number> {
  let steps = 0;
  const restore = BUILT_INS.flatMap(([prototype, costs]) =>
    Object.entries(costs).map(([name, cost]) => {
      const methods = prototype as Record<string, (...args: unknown[]) => unknown>;
      const { [name]: original } = methods;
      if (!original) throw new Error(`No ${name}`);
      const replace = (method: typeof original): void =>
        void Object.defineProperty(prototype, name, { value: method, writable: true, configurable: true });
      replace(function (this: never, ...args: unknown[]) {
        const from = (this as RegExp).lastIndex;
        const result = Reflect.apply(original, this, args);
        steps += 1 + cost(this, args, result, from);
        return result;
      });
      return () => replace(original);
    }),
  );
  try {
    await work();
  } finally {
    for (const undo of restore) undo();
  }
  return steps + takeCounts(file);
}

/** How many blocks were run since it was asked for last. */
function takeCounts(file: string): number {
  let counted = 0;
  session.post('Profiler.takePreciseCoverage', (error, taken) => {
    if (error) throw error;
    for (const { url, functions } of taken.result) {
      if (url !== file) continue;
      for (const { ranges } of functions) for (const { count } of ranges) counted += count;
    }
  });
  return counted;
}
