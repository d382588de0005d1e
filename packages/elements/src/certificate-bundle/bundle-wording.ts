import type { MatchReason } from '@enrollkit/core';
import type { CertificateBundleTerms } from '../terms/certificate-bundle.js';
import { describeFileProblem } from '../base/files/describe-file-problem.js';
import type { Wording } from '../certificate-upload/certificate-wording.js';
import type { BundleItem } from './bundle-item.js';

/** What a bundle is said with: its own sentences, and those about files that it shares with `<certificate-upload>`. */
export interface BundleWording extends Wording {
  readonly bundle: CertificateBundleTerms;
}

/** `naam in de bestandsnaam: smit-anna` */
export function describeReason({ clue, place, page, found }: MatchReason, { bundle }: BundleWording): string {
  const isText = place === 'text' && page !== undefined;
  return bundle.foundIn(bundle.clues[clue], { found, ...(isText && { page: String(page) }) });
}

/** Why this is the one. */
export function describeWhy({ chosenId, match }: BundleItem, wording: BundleWording): string {
  if (chosenId !== undefined) return wording.bundle.chosenByYou;
  return match?.kind === 'matched' ? match.reasons.map((reason) => describeReason(reason, wording)).join('; ') : '';
}

/** Why a file is left out or has failed: what happened, and what to do. */
export function describeTrouble({ problem, isLeftOut }: BundleItem, wording: BundleWording): string {
  if (!problem) return isLeftOut ? wording.bundle.leftOutByYou : '';
  const own: Readonly<Record<string, string>> = wording.bundle.intake;
  return own[problem.code] ?? describeFileProblem(problem, wording);
}

/** The last part of a path: what people call the file. */
export function fileName({ path }: Pick<BundleItem, 'path'>): string {
  return path.split('/').at(-1) || path;
}
