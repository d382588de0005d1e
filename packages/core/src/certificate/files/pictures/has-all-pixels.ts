import type { Binary } from '../../certificate.js';
import { fileSlices } from '../file-slices.js';

const START_OF_SCAN = 0xda;
const TABLES = 0xc4;
const RESTARTS = 0xdd;
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1]);
/** Other ways to keep a picture, and a height that is told afterwards. */
const OTHERS: ReadonlySet<number> = new Set([0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf, 0xdc]);
const COEFFICIENTS = 64;
const BLOCK_PIXELS = 8;
/** As many zeros at the end of a picture are rather a gap that was filled up. */
const FILLING = 16;

/**
 * Whether a JPEG without its end has all of its picture. Its codes are counted; no picture is made of them. `false` of one
 * that doesn't go from top to bottom once (progressive, arithmetic), as cameras and scanners don't write them: what is missing
 * of those can't be told. Nothing but zeros may follow, or it could be what the rest was overwritten with.
 * Source: ITU T.81, annexes B, E and F.
 */
export async function hasAllPixels(file: Binary): Promise<boolean> {
  const bytes = new ByteSource(file);
  const picture = new Picture();
  await bytes.take(2);
  while (!picture.isWhole) {
    const marker = await nextMarker(bytes);
    const [high = 0, low = 0] = await bytes.take(2);
    const length = high * 256 + low - 2;
    const segment = length > 0 ? await bytes.take(length) : [];
    if (marker === undefined || segment.length !== length || OTHERS.has(marker)) return false;
    if (FRAMES.has(marker)) picture.takeFrame(segment);
    else if (marker === TABLES) picture.takeTables(segment);
    else if (marker === RESTARTS) picture.restartInterval = numberAt(segment, 0);
    else if (marker === START_OF_SCAN && !(await passScan(picture.scanOf(segment), bytes))) return false;
  }
  return bytes.endsInOrder();
}

async function nextMarker(bytes: ByteSource): Promise<number | undefined> {
  let [byte] = await bytes.take(1);
  if (byte !== 0xff) return undefined;
  while (byte === 0xff) [byte] = await bytes.take(1);
  return byte;
}

function numberAt(bytes: ArrayLike<number>, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
}

interface Colour {
  readonly id: number;
  readonly across: number;
  readonly down: number;
}

interface Scan {
  /** For each block of a unit: the codes of its first number and of the others. */
  readonly blocks: readonly (readonly [HuffmanCode, HuffmanCode])[];
  readonly units: number;
  readonly restartInterval: number;
}

/** What the segments of a JPEG say about its picture. */
class Picture {
  restartInterval = 0;
  #height = 0;
  #width = 0;
  #colours: readonly Colour[] = [];
  readonly #codes = new Map<number, HuffmanCode>();
  readonly #scanned = new Set<Colour>();

  get isWhole(): boolean {
    return this.#colours.length > 0 && this.#scanned.size === this.#colours.length;
  }

  takeFrame(segment: ArrayLike<number>): void {
    this.#height = numberAt(segment, 1);
    this.#width = numberAt(segment, 3);
    this.#colours = Array.from({ length: segment[5] ?? 0 }, (_, index) => {
      const [id = 0, samples = 0] = [segment[6 + index * 3], segment[7 + index * 3]];
      return { id, across: samples >> 4, down: samples & 0xf };
    });
  }

  takeTables(segment: ArrayLike<number>): void {
    for (let at = 0; at < segment.length;) {
      const counts = Array.from({ length: 16 }, (_, index) => segment[at + 1 + index] ?? 0);
      const values = counts.reduce((sum, count) => sum + count, 0);
      const first = at + 17;
      const symbols = Array.from({ length: values }, (_, index) => segment[first + index] ?? 0);
      this.#codes.set(segment[at] ?? 0, new HuffmanCode(counts, symbols));
      at = first + values;
    }
  }

  /** `undefined` when it names what isn't there. */
  scanOf(segment: ArrayLike<number>): Scan | undefined {
    const count = segment[0] ?? 0;
    const colours = Array.from({ length: count }, (_, index) =>
      this.#colours.find(({ id }) => id === segment[1 + index * 2]),
    );
    const blocks: (readonly [HuffmanCode, HuffmanCode])[] = [];
    for (const [index, colour] of colours.entries()) {
      const tables = segment[2 + index * 2] ?? 0;
      const [first, others] = [this.#codes.get(tables >> 4), this.#codes.get(0x10 + (tables & 0xf))];
      if (!colour || !first || !others || this.#scanned.has(colour)) return undefined;
      this.#scanned.add(colour);
      const perUnit = count === 1 ? 1 : colour.across * colour.down;
      for (let block = 0; block < perUnit; block += 1) blocks.push([first, others]);
    }
    const units = this.#unitsAlong(colours, 'across', this.#width) * this.#unitsAlong(colours, 'down', this.#height);
    return units > 0 ? { blocks, units, restartInterval: this.restartInterval } : undefined;
  }

  /** A colour by itself has no blocks but its own; together they go by what the finest of them needs. */
  #unitsAlong(colours: readonly (Colour | undefined)[], way: 'across' | 'down', pixels: number): number {
    const finest = Math.max(...this.#colours.map((colour) => colour[way]));
    if (colours.length > 1) return Math.ceil(pixels / (BLOCK_PIXELS * finest));
    return Math.ceil(Math.ceil((pixels * (colours[0]?.[way] ?? 0)) / finest) / BLOCK_PIXELS);
  }
}

/** Goes through all codes of a scan. `false` when there are fewer than the picture has. */
async function passScan(scan: Scan | undefined, bytes: ByteSource): Promise<boolean> {
  if (scan === undefined) return false;
  const { blocks, units, restartInterval } = scan;
  for (let unit = 0; unit < units; unit += 1) {
    if (bytes.isLow) await bytes.fill();
    if (restartInterval > 0 && unit > 0 && unit % restartInterval === 0 && !bytes.passRestart()) return false;
    for (const [first, others] of blocks) if (!passBlock(first, others, bytes)) return false;
  }
  bytes.leaveBits();
  return true;
}

function passBlock(first: HuffmanCode, others: HuffmanCode, bytes: ByteSource): boolean {
  const size = first.read(bytes);
  if (size < 0 || !bytes.skipBits(size)) return false;
  for (let at = 1; at < COEFFICIENTS; at += 1) {
    const symbol = others.read(bytes);
    if (symbol < 0) return false;
    const [zeros, bits] = [symbol >> 4, symbol & 0xf];
    if (bits === 0 && zeros < 15) return true;
    at += zeros;
    if (at >= COEFFICIENTS || !bytes.skipBits(bits)) return false;
  }
  return true;
}

/** Codes of different lengths, the shortest first. */
class HuffmanCode {
  readonly #symbols: readonly number[];
  /** By length: the first code, how many there are, and the place of the first symbol. */
  readonly #lengths: readonly (readonly [number, number, number])[];

  constructor(counts: readonly number[], symbols: readonly number[]) {
    let [code, place] = [0, 0];
    this.#symbols = symbols;
    this.#lengths = counts.map((count) => {
      const length = [code, count, place] as const;
      code = (code + count) * 2;
      place += count;
      return length;
    });
  }

  /** -1 when there is none of them. */
  read(bytes: ByteSource): number {
    let code = 0;
    for (const [first, count, place] of this.#lengths) {
      const bit = bytes.bit();
      if (bit < 0) return -1;
      code = code * 2 + bit;
      if (code - first < count) return this.#symbols[place + code - first] ?? -1;
    }
    return -1;
  }
}

/** More bytes than a unit of a scan has. */
const ENOUGH = 16_384;

/** A file, byte by byte or bit by bit. */
class ByteSource {
  readonly #slices: AsyncIterator<Uint8Array>;
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #hasAll = false;
  #byte = 0;
  #bitsLeft = 0;

  constructor(file: Binary) {
    this.#slices = fileSlices(file)[Symbol.asyncIterator]();
  }

  /** Whether what was read may be too little for another unit. */
  get isLow(): boolean {
    return !this.#hasAll && this.#bytes.length - this.#at < ENOUGH;
  }

  async fill(): Promise<void> {
    const next = await this.#slices.next();
    if (next.done) {
      this.#hasAll = true;
      return;
    }
    const kept = Math.min(this.#at, FILLING);
    const rest = this.#bytes.subarray(this.#at - kept);
    this.#bytes = new Uint8Array(rest.length + next.value.length);
    this.#bytes.set(rest);
    this.#bytes.set(next.value, rest.length);
    this.#at = kept;
  }

  /** So many bytes, or fewer at the end. */
  async take(length: number): Promise<Uint8Array> {
    while (!this.#hasAll && this.#bytes.length - this.#at < length) await this.fill();
    const taken = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += taken.length;
    return taken;
  }

  /** The next bit of a scan; -1 at its end. */
  bit(): number {
    if (this.#bitsLeft === 0) {
      const byte = this.#bytes[this.#at];
      const isMarker = byte === 0xff && this.#bytes[this.#at + 1] !== 0;
      if (byte === undefined || isMarker) return -1;
      this.#at += byte === 0xff ? 2 : 1;
      this.#byte = byte;
      this.#bitsLeft = 8;
    }
    this.#bitsLeft -= 1;
    return (this.#byte >> this.#bitsLeft) & 1;
  }

  /** `false` when there are fewer. */
  skipBits(count: number): boolean {
    for (let bit = 0; bit < count; bit += 1) if (this.bit() < 0) return false;
    return true;
  }

  /** The next byte is no longer part of the same code. */
  leaveBits(): void {
    this.#bitsLeft = 0;
  }

  passRestart(): boolean {
    this.leaveBits();
    const marker = numberAt(this.#bytes, this.#at);
    this.#at += 2;
    return marker >= 0xffd0 && marker <= 0xffd7;
  }

  /** Whether nothing follows but half an end, or zeros that weren't taken for picture. */
  async endsInOrder(): Promise<boolean> {
    const hasGap = this.#bytes.subarray(Math.max(this.#at - FILLING, 0), this.#at).every((byte) => byte === 0);
    if (this.#bytes[this.#at] === 0xff) this.#at += 1;
    for (;;) {
      const rest = this.#bytes.subarray(this.#at);
      if (rest.length > 0 && (hasGap || rest.some((byte) => byte !== 0))) return false;
      this.#at = this.#bytes.length;
      if (this.#hasAll) return true;
      await this.fill();
    }
  }
}
