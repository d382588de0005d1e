export {
  CONVERSION_FINDINGS,
  convertProduct,
  type Conversion,
  type ConversionCode,
  type ConversionIssue,
  type ConvertOptions,
  type Format,
} from './conversion.js';
export { ConversionTally, type ConversionGroup } from './conversion-tally.js';
export { describeConversion } from './describe-conversion.js';
export { EDUDEX } from './edudex.js';
export { OEAPI } from './oeapi.js';
