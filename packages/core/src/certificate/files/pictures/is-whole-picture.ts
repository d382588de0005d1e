import type { Binary } from '../../certificate.js';
import { fileSlices } from '../file-slices.js';

/** Goes through a picture slice by slice, from part to part, until its end. */
interface PictureWalk {
  readonly hasEnded: boolean;
  take(slice: Uint8Array): void;
}

/** Whether a JPEG has its end. What a camera keeps behind it (a film, a second picture) is the camera's. */
export function isWholeJpeg(file: Binary): Promise<boolean> {
  return reachesEnd(file, new JpegWalk());
}

/** Whether a PNG has its end. */
export function isWholePng(file: Binary): Promise<boolean> {
  return reachesEnd(file, new PngWalk());
}

async function reachesEnd(file: Binary, walk: PictureWalk): Promise<boolean> {
  for await (const slice of fileSlices(file)) {
    walk.take(slice);
    if (walk.hasEnded) return true;
  }
  return false;
}

/** From segment to segment, so that the end of a preview inside isn't the photo's. ITU T.81, annex B. */
class JpegWalk implements PictureWalk {
  hasEnded = false;
  #hasPicture = false;
  #skip = 2;
  /** `undefined`: in the picture, or between segments. A number: so many bytes of a marker's length are there. */
  #marker: 'coming' | { first?: number } | undefined;

  take(slice: Uint8Array): void {
    let at = 0;
    while (at < slice.length && !this.hasEnded) {
      if (this.#skip > 0) {
        const step = Math.min(this.#skip, slice.length - at);
        this.#skip -= step;
        at += step;
      } else if (this.#marker === undefined) {
        const found = slice.indexOf(0xff, at);
        if (found < 0) return;
        this.#marker = 'coming';
        at = found + 1;
      } else {
        this.#passByte(slice[at] as number);
        at += 1;
      }
    }
  }

  #passByte(byte: number): void {
    if (this.#marker === 'coming') this.#passMarker(byte);
    else if (this.#marker?.first === undefined) this.#marker = { first: byte };
    else {
      this.#skip = Math.max(this.#marker.first * 256 + byte - 2, 0);
      this.#marker = undefined;
    }
  }

  #passMarker(marker: number): void {
    if (marker === 0xff) return;
    this.#hasPicture ||= marker === 0xda;
    this.hasEnded = marker === 0xd9 && this.#hasPicture;
    this.#marker = standsAlone(marker) ? undefined : {};
  }
}

/** A byte of the picture that looks like a marker, or one without a segment: restarts, begin and end. */
function standsAlone(marker: number): boolean {
  return marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd9);
}

const PNG_HEADER_BYTES = 8;
const CHECKSUM_BYTES = 4;

/** From chunk to chunk. ISO/IEC 15948, clause 5. */
class PngWalk implements PictureWalk {
  #hasEnded = false;
  #skip = PNG_HEADER_BYTES;
  /** Of the chunk that begins: four bytes of its length, four of its name. */
  #header: readonly number[] = [];

  get hasEnded(): boolean {
    return this.#hasEnded && this.#skip === 0;
  }

  take(slice: Uint8Array): void {
    let at = 0;
    while (at < slice.length && !this.hasEnded) {
      if (this.#skip > 0) {
        const step = Math.min(this.#skip, slice.length - at);
        this.#skip -= step;
        at += step;
      } else {
        this.#header = [...this.#header, slice[at] as number];
        at += 1;
        if (this.#header.length === PNG_HEADER_BYTES) this.#begin();
      }
    }
  }

  #begin(): void {
    const [a, b, c, d, ...name] = this.#header as [number, number, number, number, ...number[]];
    this.#skip = ((a * 256 + b) * 256 + c) * 256 + d + CHECKSUM_BYTES;
    this.#hasEnded = String.fromCharCode(...name) === 'IEND';
    this.#header = [];
  }
}
