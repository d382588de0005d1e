/**
 * Version of the text with which a provider confirms that the participant agreed to showing results. It changes when
 * that sentence changes in meaning, and is kept with every confirmation.
 */
export const CONSENT_TEXT_VERSION = '2026-1';
