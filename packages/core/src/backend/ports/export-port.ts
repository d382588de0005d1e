import type { ReadOptions } from '../../call-options.js';
import type { Enrollment } from '../../enrollment/enrollment.js';
import type { EnrollmentQuery } from './enrollment-port.js';

/** Everything at once. A list that is read page by page leaves out what changes its place meanwhile. */
export interface ExportPort {
  /**
   * All enrollments that a query finds, a few hundred at a time: each once, in the order that they had at the begin, as each is
   * when its turn has come. What the query doesn't find any more by then is left out.
   */
  exportEnrollments(query?: ExportQuery, options?: ReadOptions): AsyncIterable<readonly Enrollment[]>;
}

export type ExportQuery = Omit<EnrollmentQuery, 'size' | 'offset' | 'afterId' | 'afterProviderId'>;
