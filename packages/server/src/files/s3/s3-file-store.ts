import { createHash } from 'node:crypto';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  S3Client,
  type HeadObjectCommandOutput,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import { throwIfAborted, readSlices, type Binary, type StageOptions } from '@enrollkit/core';
import type { S3Settings } from '../../settings/settings.js';
import { atMost } from '../at-most.js';
import { S3Binary } from './s3-binary.js';
import { fromS3, isMissingObject } from './s3-error.js';
import { AS_BYTES, uploadObject } from './s3-upload.js';
import type { ServerFileStore } from '../server-file-store.js';
import { isSha256 } from '../sha256.js';
import { SpooledDiskFile } from '../disk/spooled-disk-file.js';

/** Files on their way at once, so that what is in memory has an end however many come in. The spool holds the others. */
const MAX_UPLOADS = 8;

/**
 * Keeps files in a bucket of anything that speaks S3, each at `<prefix><its SHA-256>`. What `stage` promises is what the
 * service promises for an object it acknowledged. Every byte sent is checked there against a checksum made here, and here
 * against the file's hash. The bucket needs a rule that ends unfinished multipart uploads after a day, for those of a
 * process that was killed; and no versioning, or what is erased is still there.
 */
export async function openS3FileStore(settings: S3Settings): Promise<ServerFileStore> {
  const client = new S3Client(clientSettings(settings));
  const { bucket, prefix, checksums } = settings;
  const keyOf = (sha256: string): string => prefix + sha256;
  const inTurn = atMost(MAX_UPLOADS);

  async function head(sha256: string): Promise<HeadObjectCommandOutput | undefined> {
    if (!isSha256(sha256)) return undefined;
    try {
      return await client.send(new HeadObjectCommand({ Bucket: bucket, Key: keyOf(sha256) }));
    } catch (error) {
      if (isMissingObject(error)) return undefined;
      throw fromS3(error);
    }
  }

  /**
   * Makes a file that is there in full as good as new to the cleaner. False: it isn't, it went away this very moment, or the
   * server keeps the time of what is copied onto itself; then it has to be sent.
   */
  async function touch(sha256: string, sizeBytes: number): Promise<boolean> {
    const before = await head(sha256);
    if (before?.ContentLength !== sizeBytes) return false;
    const Key = keyOf(sha256);
    const CopySource = [bucket, ...Key.split('/')].map(encodeURIComponent).join('/');
    try {
      const copy = { Bucket: bucket, Key, CopySource, MetadataDirective: 'REPLACE', ...AS_BYTES } as const;
      const { CopyObjectResult: after } = await client.send(new CopyObjectCommand(copy));
      return secondOf(after?.LastModified) > secondOf(before.LastModified);
    } catch (error) {
      if (isMissingObject(error)) return false;
      throw error;
    }
  }

  return {
    async stage(content, options = {}) {
      throwIfAborted(options.signal);
      const sizeBytes = content.size;
      const sha256 = content instanceof SpooledDiskFile ? content.sha256 : await hashOf(content, options);
      try {
        if (await touch(sha256, sizeBytes)) {
          options.onProgress?.({ sentBytes: sizeBytes, totalBytes: sizeBytes });
        } else {
          await inTurn(() =>
            uploadObject({ client, bucket, key: keyOf(sha256) }, content, { ...options, sha256, checksums }),
          );
        }
      } catch (error) {
        throw fromS3(error);
      }
      return { sha256, sizeBytes, content };
    },

    async open(sha256) {
      const size = (await head(sha256))?.ContentLength;
      if (size === undefined) return undefined;
      return new S3Binary({ client, bucket, key: keyOf(sha256) }, { start: 0, end: size });
    },

    has: async (sha256) => (await head(sha256)) !== undefined,

    async remove(sha256) {
      if (!isSha256(sha256)) return;
      try {
        await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: keyOf(sha256) }));
      } catch (error) {
        if (!isMissingObject(error)) throw fromS3(error);
      }
    },

    async *list() {
      try {
        for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })) {
          for (const { Key = '', LastModified } of Contents) {
            const sha256 = Key.slice(prefix.length);
            if (isSha256(sha256) && LastModified) yield { sha256, stagedAtMs: LastModified.getTime() };
          }
        }
      } catch (error) {
        throw fromS3(error);
      }
    },
  };
}

function clientSettings({
  endpoint,
  region,
  accessKeyId,
  secretAccessKey,
  forcePathStyle,
}: S3Settings): S3ClientConfig {
  return {
    region,
    forcePathStyle,
    ...(endpoint !== undefined && { endpoint }),
    // Otherwise where AWS looks: the environment, the shared files, the machine's role.
    ...(accessKeyId !== undefined &&
      secretAccessKey !== undefined && { credentials: { accessKeyId, secretAccessKey } }),
    // Checksums are asked for by name, unless the settings say no: servers other than Amazon's don't know the ones that newer clients add by themselves.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // A store that is busy with the same object says so with a 500, more than the usual three times.
    maxAttempts: 6,
    requestHandler: {
      connectionTimeout: 5_000,
      // Until the answer begins.
      requestTimeout: 60_000,
      throwOnRequestTimeout: true,
      // A slow receiver of a download holds one all the while: with the usual 50 they would keep all others out.
      httpAgent: { maxSockets: 1_000 },
      httpsAgent: { maxSockets: 1_000 },
    },
  };
}

/** The hash is the key, so it is needed before anything is sent. */
async function hashOf(content: Binary, { signal }: StageOptions): Promise<string> {
  const hash = createHash('sha256');
  for await (const slice of readSlices(content, signal && { signal })) hash.update(slice);
  return hash.digest('hex');
}

/** A header says the second, a document may say more. */
function secondOf(moment: Date | undefined): number {
  return Math.floor(Number(moment) / 1000);
}
