import type { Product } from '@enrollkit/core';
import { checkAddress } from './check-address.js';
import type { CheckContext, ReportFinding } from './check-context.js';
import { isEmailAddress } from './is-email-address.js';
import { excerpt } from '../../findings/excerpt.js';

/** Every address of the web and of mail. */
export function checkContacts(product: Product, { report }: CheckContext): void {
  const { imageUrls, trainerEmails, contactPerson } = product;
  checkAddress(product.webAddress, 'webAddress', 'page', report);
  checkAddress(product.videoUrl, 'videoUrl', 'video', report);
  checkAddress(product.pdfBrochureUrl, 'pdfBrochureUrl', 'page', report);
  for (let index = 0; index < imageUrls.length; index += 1) {
    checkAddress(imageUrls[index], `imageUrls[${index}]`, 'image', report);
  }
  if (contactPerson && contactPerson.email !== '' && !isEmailAddress(contactPerson.email)) {
    report('email-invalid', 'contactPerson.email', { email: excerpt(contactPerson.email) });
  }
  if (trainerEmails.length > 0) checkTrainerEmails(trainerEmails, report);
}

function checkTrainerEmails(emails: readonly string[], report: ReportFinding): void {
  const seen = new Set<string>();
  emails.forEach((email, index) => {
    const key = email.toLowerCase();
    if (!isEmailAddress(email)) report('email-invalid', `trainerEmails[${index}]`, { email: excerpt(email) });
    else if (seen.has(key)) report('duplicate-trainer', `trainerEmails[${index}]`, { email: excerpt(email) });
    seen.add(key);
  });
}
