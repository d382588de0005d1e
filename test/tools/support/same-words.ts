/** Words that languages share. Whatever else is the same in two of them was left untranslated. */
export const SAME_WORDS: ReadonlySet<string> = new Set([
  // Names, and words that came along with what they name.
  ...['Code', 'Crebo', 'CROHO', 'ID', 'LinkedIn', 'Website', 'site', 'sites'],
  ...['Coaching', 'Lunch', 'Seminar', 'Test', 'Training', 'Video', 'video', 'Webhooks', 'Webinar', 'Workshop'],
  // Dutch, and another.
  ...['Agenda', 'Beginner', 'Brochure', 'brochure', 'Contact', 'Examen', 'Imports', 'ja', 'Menu'],
  ...['Niveau', 'niveau', 'No-show', 'percentage', 'Platform', 'Product', 'Start', 'Startdatum', 'Status'],
  ...['Trainer', 'Trainers', 'trainer', 'trainers'],
  // English, and another.
  ...['Administration', 'Certification', 'Certifications', 'Date', 'date', 'Dates', 'Description', 'description'],
  ...['Excursions', ', image', 'Images', 'images', 'Name', 'Note', 'options', 'Participant', 'Participants'],
  ...['participants', 'points', 'Region', 'System', 'Total', 'Type', 'type'],
]);
