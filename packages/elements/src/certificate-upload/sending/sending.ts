import { dialogStyles } from '../../base/styles/dialog.styles.js';
import { uploadQueueStyles } from '../../base/files/upload-queue.styles.js';

/** What becomes of files once they are chosen, in one file: files that share modules come with a third, for what they share. */
export { checkCertificateDraft } from '@enrollkit/core';
export { fileUploadTerms } from '../../base/files/file-upload-terms.js';
export { renderUploadQueue } from '../../base/files/upload-queue.js';
export { addStyles } from '../../base/styles/add-styles.js';
export { certificateUploadTerms } from '../certificate-upload-terms.js';
export { CertificateShelf } from '../uploaded/certificate-shelf.js';
export { CertificateSession } from './certificate-session.js';
export { showExisting } from './show-existing.js';
export { showUploaded } from './show-uploaded.js';
export { takeOff } from './take-off.js';

export const STYLES = [...uploadQueueStyles, dialogStyles];
