/** What an actor wants to do something with: only the facts that decide. */
export type Resource =
  EnrollmentResource | CertificateResource | CertificationResource | ProductResource | TrainerResource | ImportResource;

export interface EnrollmentResource extends PersonalFacts {
  readonly kind: 'enrollment';
  /** The enrollment. */
  readonly enrollmentId: string;
}

export interface CertificateResource extends PersonalFacts {
  readonly kind: 'certificate';
  /** The enrollment it belongs to. */
  readonly enrollmentId: string;
  /** Whether platform staff verified what the certificate is for. */
  readonly certificationVerified: boolean;
}

export interface CertificationResource extends TenantFacts {
  readonly kind: 'certification';
}

export interface ProductResource extends TenantFacts {
  readonly kind: 'product';
}

export interface TrainerResource extends TenantFacts {
  readonly kind: 'trainer';
}

/** One import of a feed, or the making of one. */
export interface ImportResource extends TenantFacts {
  readonly kind: 'import';
}

interface TenantFacts {
  /** The provider (tenant) that owns it. Absent when a host has one provider only. */
  readonly providerId?: string;
}

interface PersonalFacts extends TenantFacts {
  /** Whose it is. */
  readonly participant: { readonly email: string; readonly externalId?: string; readonly employerId?: string };
}
