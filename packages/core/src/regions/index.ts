export { regionOfPlace, regionsOf } from './region-of-place.js';
