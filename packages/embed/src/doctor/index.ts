/** The doctor: what keeps the kit from working on a page, and what to do. Also for a page on which nothing of it runs. */
export { diagnose } from './diagnose.js';
export { FINDINGS, type Finding, type FindingCode } from './finding.js';
