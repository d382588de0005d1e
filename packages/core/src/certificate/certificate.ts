import type { Participant } from '../enrollment/enrollment.js';
import type { Issue } from '../issue.js';
import type { CalendarDay, Instant } from '../calendar/time.js';

/** What a course can lead to, for example PRINCE2 Foundation. Made by the provider, verified by platform staff. */
export interface Certification {
  readonly id: string;
  readonly providerId?: string;
  readonly name: string;
  readonly description?: string;
  readonly requiresValidUntil: boolean;
  /** Whether others than the provider see its certificates. */
  readonly verified: boolean;
  /** Present when platform staff rejected it, until they verify it after all. */
  readonly rejection?: CertificationRejection;
  /** How that came to be. Answered by the kit's backends; absent: `verified` is all that is known. */
  readonly verification?: CertificationVerification;
  /** What whoever asks may do with it. Answered by the kit's backends; absent: nobody says. */
  readonly allowed?: readonly CertificationAction[];
  readonly version: number;
}

/** `not-needed`: a deployment without platform staff, where it counts as verified. */
export type CertificationVerification = 'pending' | 'verified' | 'rejected' | 'not-needed';

export interface CertificationRejection {
  /** For the provider to read, in the words of platform staff. */
  readonly reason: string;
  readonly at: Instant;
}

export type CertificationAction = 'certification.verify' | 'certification.reject' | 'certification.reset-verification';

export type CertificateAction = 'certificate.remove';

/** The file one person received. Its row exists only while its file is safely stored. */
export interface Certificate {
  readonly id: string;
  readonly enrollmentId: string;
  readonly certificationId: string;
  /** What it is for, in words. Answered by backends that keep certifications. */
  readonly certification?: Pick<Certification, 'name' | 'description'> & Partial<Pick<Certification, 'verified'>>;
  /** Whose it is. Answered by backends that keep enrollments. */
  readonly participant?: Pick<Participant, 'email' | 'externalId'> & Partial<Pick<Participant, 'name'>>;
  readonly file: CertificateFile;
  readonly validFrom: CalendarDay;
  readonly validUntil?: CalendarDay;
  /** Present when the certificate shows results: the participant agreed beforehand, and who confirmed that. */
  readonly consent?: ConsentConfirmation;
  readonly uploadedBy: string;
  readonly createdAt: Instant;
  readonly version: number;
  /** What whoever asks may do with it. Never stored; absent: the backend doesn't say. */
  readonly allowed?: readonly CertificateAction[];
  /** In the answer to its upload only: what whoever sent the file should know. Warnings on path `file`. */
  readonly notices?: readonly Issue[];
}

export interface CertificateFile {
  readonly name: string;
  /** Decided by the bytes, never by the name. */
  readonly mediaType: CertificateMediaType;
  readonly sizeBytes: number;
  /** Lower-case hex. Also the file's key in the file store. */
  readonly sha256: string;
  /** What it does beyond being looked at, for whoever is about to open it. Absent: nothing that was found. */
  readonly activeContent?: readonly PdfActiveContent[];
}

/** Programs, starting of programs, and other files inside a PDF. */
export type PdfActiveContent = 'javascript' | 'launch' | 'embedded-file';

/** The file types a certificate can have. */
export type CertificateMediaType = 'application/pdf' | 'image/png' | 'image/jpeg';

/** Stored with the certificate. Source: domain.md section 2, privacy. */
export interface ConsentConfirmation {
  /** Version of the text the provider saw and confirmed. */
  readonly textVersion: string;
  readonly confirmedAt: Instant;
  readonly confirmedBy: string;
}

/** What a provider fills in to upload one certificate. */
export interface CertificateDraft {
  readonly enrollmentId: string;
  readonly certificationId: string;
  readonly file: NamedBinary;
  readonly validFrom: CalendarDay;
  readonly validUntil?: CalendarDay;
  /** Whether specific performance or results can be read from the certificate. */
  readonly showsResults: boolean;
  /** Required when `showsResults`: the version of the consent text that was confirmed. */
  readonly consentTextVersion?: string;
}

/** Bytes that need not be in memory yet. A browser's `Blob` is one. */
export interface Binary {
  readonly size: number;
  readonly type: string;
  slice(start?: number, end?: number, type?: string): Binary;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A browser's `File` is one. */
export interface NamedBinary extends Binary {
  readonly name: string;
}
