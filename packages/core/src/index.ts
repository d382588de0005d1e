export type { Issue } from './issue.js';
export type { Term } from './term.js';
export { DEFAULT_TIME_ZONE, type CalendarDay, type Clock, type Instant } from './time.js';

export { PARTICIPATION_STATUSES, type ParticipationStatus } from './enrollment/participation-status.js';
export type { RuleId } from './enrollment/status-rules.js';
export type { Enrollment, Participant, StatusCause, StatusChange } from './enrollment/enrollment.js';

export {
  ADDITIONAL_COST_TYPES,
  type AdditionalCost,
  type AdditionalCostType,
  type CoursePrice,
  type MinorUnits,
  type PricedProduct,
  type PricePeriod,
  type SiteDiscount,
  type VatTreatment,
} from './price/priced-product.js';

export type {
  ContactPerson,
  CostPlacement,
  CourseDay,
  LtiParam,
  PePoint,
  Product,
  Quantity,
  Region,
  StartingDate,
  StoredProduct,
} from './product/product.js';

export type {
  Binary,
  Certificate,
  CertificateDraft,
  CertificateFile,
  CertificateMediaType,
  Certification,
  ConsentConfirmation,
  NamedBinary,
} from './certificate/certificate.js';

export type { Actor } from './access/actor.js';

export type * from './backend/backend.js';
export { EnrollkitError, ERROR_CODES, hasErrorCode, type ErrorCode, type ErrorDetail } from './backend/errors.js';
export type * from './backend/store.js';
