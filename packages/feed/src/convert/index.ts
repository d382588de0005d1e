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
export { eachProduct, type Converter } from './converter.js';
export { EDUDEX } from './edudex.js';
export { isOrgUnit } from './edudex-rules.js';
export { edudexDiscounts } from './edudex-discounts.js';
export { edudexInstitute, type InstituteOptions } from './edudex-institute.js';
export { OEAPI } from './oeapi.js';
