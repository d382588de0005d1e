import { ConversionReport, type ConvertOptions, type Json } from './conversion.js';
import type { Converter } from './converter.js';
import { EDUDEX } from './edudex.js';
import { edudexHeader, isMailable } from './edudex-rules.js';
import { shortened, webUri } from './values.js';

/** What a feed doesn't say about who gives the courses. */
export interface InstituteOptions extends ConvertOptions {
  readonly instituteName: string;
  readonly website?: string;
}

const NAME_LENGTH = 200;

/**
 * EDU-DEX Data API 1.0.2: the metadata of the institute, the body of one PUT. Of a feed it has those whom its products name
 * as contacts, each once. Source: its public OpenAPI description.
 */
export function edudexInstitute(options: InstituteOptions): Converter {
  const { instituteName, website, organisation } = options;
  const contacts = new Map<string, Json>();
  const languages = new Set<string>();
  return {
    add({ contactPerson, language }) {
      const report = new ConversionReport(EDUDEX.name);
      if (/^[a-z]{2}$/.test(language)) languages.add(language);
      if (contactPerson) {
        const { name, telephone, email } = contactPerson;
        if (!isMailable(email)) report.lost('ContactPerson');
        else
          contacts.set(`${name} ${email.toLowerCase()}`, {
            contactName: name,
            email,
            role: 'contact person',
            ...(telephone !== '' && { telephone }),
          });
      }
      return { issues: report.issues };
    },
    finish() {
      const inAll = (text: string) => Object.fromEntries([...languages].map((language) => [language, text]));
      const uri = website === undefined ? undefined : webUri(website);
      if (languages.size === 0) return [];
      return [
        {
          ...edudexHeader(options),
          orgUnitId: organisation,
          instituteName: inAll(shortened(instituteName, NAME_LENGTH)),
          ...(uri !== undefined && { webLink: inAll(uri) }),
          ...(contacts.size > 0 && { contactData: [...contacts.values()] }),
        },
      ];
    },
  };
}
