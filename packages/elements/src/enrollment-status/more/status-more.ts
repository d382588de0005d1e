/** What a person sees after asking for it, in one file: files that share modules come with a third, for what they share. */
export { BookingDecision } from '../decision/booking-decision.js';
export { StatusEditor } from '../editor/status-editor.js';
export { explain, renderPast } from './status-why.js';
