import type { EnrollkitError } from '@enrollkit/core';
import { errors } from 'jose';
import { unauthorized } from './unauthorized.js';

const FAULTS = [
  errors.JWTExpired,
  errors.JWTClaimValidationFailed,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
] as const;

/** Whether the token itself is at fault, and not whoever should have given the keys. */
export function isTokenFault(error: unknown): error is errors.JOSEError {
  return FAULTS.some((Fault) => error instanceof Fault);
}

/** Says what is wrong with a token, without a word of what is in it. */
export function tokenRefused(error: errors.JOSEError): EnrollkitError {
  if (error instanceof errors.JWTExpired) return unauthorized('The token has expired: get a new one', error);
  if (error instanceof errors.JWTClaimValidationFailed) {
    return unauthorized(`The claim "${error.claim}" of the token has a wrong value`, error);
  }
  return unauthorized('The token is not valid for this server', error);
}

/** Whether somebody had a good token too long: that is no guess. */
export function isExpiry(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof errors.JWTExpired;
}
