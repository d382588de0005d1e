export { describeLoss, LOSSES, type Loss } from './losses.js';
export { reportOfStatements, type ReportOptions, type Statement, type StatusReport } from './report-of-statements.js';
export { fromVocabulary, SYSTEMS, toVocabulary, type ReadWord, type WrittenWord } from './vocabulary.js';
export type { MoveOn, RawWord, System, Words } from './words.js';
