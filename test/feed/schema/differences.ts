/** Why one judge refuses a feed that another takes. A reason of the one that refuses matches `reason`. */
export interface Difference {
  readonly reason: RegExp;
  readonly why: string;
}

const NO_NAMESPACE: Difference = {
  reason: /^unknown-attribute (\S+ )?xmlns$/,
  why: 'xmlns="" says nothing; the reader, which has no namespaces, says so',
};
const NAMED_TYPE: Difference = {
  reason: /^unknown-attribute (\S+ )?xsi:type$/,
  why: 'a type that the schema itself names, which nobody writes',
};
const NO_DEFINITIONS: Difference = {
  reason: /^doctype-refused/,
  why: 'definitions are not for feeds: they can hold a bomb or a file',
};

/** Strict mode says what no schema can. */
const BEYOND_A_SCHEMA: readonly Difference[] = [
  { reason: /^group-without-sites/, why: 'one element says what another must be' },
  { reason: /^vat-missing/, why: 'one element says what another must be' },
  { reason: /^(end-before-start|record-left-out)/, why: 'one element says what another must be' },
  { reason: /^language-unknown/, why: 'a list of two hundred codes that is about languages, not about feeds' },
  { reason: /^not-a-date .* "(-.*|\d{5,}-.*|(?!19|20|21)\d{4}-.*)"$/, why: 'years before 1900 and after 2200' },
  NO_NAMESPACE,
  NAMED_TYPE,
  NO_DEFINITIONS,
];

/** Where libxml2 and the standard differ, strict mode follows the standard. */
const SPACE_IN_CDATA: Difference = { reason: /'element-only'/, why: 'libxml2 takes white space in CDATA for text' };
const SPACE_AROUND_A_DATE: Difference = {
  reason: /^Element '(Startdate|Enddate|Date)': '(\s.*|.*\s)' is not a valid value/s,
  why: 'libxml2 leaves the white space around a date, unless its type has a pattern',
};

/** Strict mode refuses, the official schema does not. */
export const STRICTER_THAN_OFFICIAL: readonly Difference[] = [
  ...BEYOND_A_SCHEMA,
  {
    reason:
      /^(empty-required (id|name|description|language|webAddress|pePoints.organisation|ltiParams.key)|empty-value ltiParams)$/,
    why: 'no text is a text for the schema',
  },
  { reason: /^(language-unknown|value-spelling) language /, why: 'any text is a language for the schema' },
  { reason: /^amount-(negative|too-large|doubtful)/, why: 'any decimal is a price for the schema' },
  { reason: /^not-a-number /, why: 'a duration of INF, 1e3, -2 or of sixty digits is one for the schema' },
  { reason: /^not-a-whole-number .* "(-\d+|\d{10,})"$/, why: 'any integer is a number of seats for the schema' },
  { reason: /^discount-out-of-range/, why: 'any number is a percentage for the schema' },
  { reason: /^value-spelling contactPerson.email /, why: 'the pattern of the schema takes spaces' },
  { reason: /^email-invalid/, why: 'the schema asks for little more than an @, and for a trainer not even that' },
  { reason: /^url-(invalid|without-scheme) /, why: 'xs:anyURI takes nearly any text' },
  { reason: /^duplicate-(id|name)/, why: 'the schema has no keys' },
];

/** The official schema refuses, strict mode does not. */
export const LAXER_THAN_OFFICIAL: readonly Difference[] = [
  SPACE_IN_CDATA,
  SPACE_AROUND_A_DATE,
  { reason: /^Element 'Go': \[facet 'enumeration'\]/, why: 'the schema says that its list of sites is incomplete' },
  { reason: /\[facet 'maxLength'\]/, why: 'the schema counts the white space around a text, which nobody sees' },
  { reason: /'xs:anyURI'/, why: 'libxml2 wants more of an address than browsers do' },
];

/** Our schema refuses, the official one does not: it says more of what the documents ask. */
export const OWN_STRICTER_THAN_OFFICIAL: readonly Difference[] = [
  { reason: /^Element '(ID|Name|Description|key|Organisation)': \[facet 'minLength'\]/, why: 'an empty text is none' },
  { reason: /^Element 'Language': \[facet 'pattern'\]/, why: 'a code of two letters' },
  { reason: /^Element '(WebAddress|VideoEmbed|ImageUrl|PdfBrochure)': \[facet 'pattern'\]/, why: 'a whole address' },
  { reason: /^Element '(Email|EmailAddress)': \[facet 'pattern'\]/, why: 'an address that mail could be sent to' },
  { reason: /^Element '(StartTime|EndTime)': \[facet 'pattern'\]/, why: 'a time as hh:mm' },
  { reason: /^Element '(Startdate|Enddate|Date)': \[facet 'pattern'\]/, why: 'a year of four digits' },
  { reason: /\[facet 'fractionDigits'\]/, why: 'an amount in whole cents' },
  { reason: /\[facet 'minInclusive'\]/, why: 'nothing is negative' },
  { reason: /\[facet 'maxInclusive'\]/, why: 'no more than can be counted, and than a hundred percent' },
  {
    reason: /^Element '(Duration|Percentage|Points)': '.*' is not a valid value/,
    why: 'no exponents, infinity or NaN',
  },
  { reason: /^Element '(\w+Seats|MaxParticipants)': '-\d+' is not a valid value/, why: 'nothing is negative' },
  { reason: /identity-constraint/, why: 'keys are unique' },
  { reason: /xsi:type, is blocked/, why: 'a text of any kind is not an ID' },
];

/** The official schema refuses, ours does not: it is newer. */
export const OWN_LAXER_THAN_OFFICIAL: readonly Difference[] = [
  SPACE_AROUND_A_DATE,
  { reason: /^Element 'Go': \[facet 'enumeration'\]/, why: 'the schema says that its list of sites is incomplete' },
  { reason: /^Element 'ProductType': .* The value 'classroom'/, why: 'newer feeds have it' },
  { reason: /^Element 'StudyLoad': This element is not expected/, why: 'newer feeds have it' },
  { reason: /^Element 'ID': This element is not expected/, why: 'newer feeds have it, for a day of the course' },
];

/** Strict mode refuses, our schema does not. */
export const STRICTER_THAN_OWN: readonly Difference[] = [
  ...BEYOND_A_SCHEMA,
  { reason: /^newer-schema/, why: 'strict is what the official schema says' },
  { reason: /^(empty-required|empty-value|value-spelling) /, why: 'a no-break space is a text for a schema' },
  { reason: /^amount-too-large( price)?$/, why: 'a total beyond what can be counted' },
  { reason: /^not-a-number .* "0?\.?(\d)\1{40}/, why: 'digits beyond all use' },
];

/** Our schema refuses, strict mode does not. */
export const LAXER_THAN_OWN: readonly Difference[] = [
  SPACE_IN_CDATA,
  { reason: /\[facet 'fractionDigits'\]/, why: 'more than two decimals are rounded, with a warning' },
  { reason: /^Element '(StartTime|EndTime)': \[facet 'pattern'\]/, why: 'other times get a warning' },
  {
    reason: /^Element 'Email': \[facet 'pattern'\] The value '[\s\u00A0\u2003]*'/,
    why: 'a no-break space is a text for a schema',
  },
  { reason: /^Element 'ID': \[facet 'minLength'\]/, why: 'a start need not have an ID: an empty one gets a warning' },
  {
    reason: /in unique identity-constraint 'StartingDatePlaceIDIsUnique'/,
    why: 'gets a warning: the official example has it',
  },
  { reason: /\[facet 'maxLength'\]/, why: 'the schema counts the white space around a text, which nobody sees' },
  {
    reason: /^Element '(WebAddress|VideoEmbed|ImageUrl|PdfBrochure)': /,
    why: 'libxml2 wants more of an address than browsers do',
  },
];

/** Strict mode refuses trainers that our schema takes. */
export const STRICTER_THAN_OUR_TRAINERS: readonly Difference[] = [NO_NAMESPACE, NAMED_TYPE, NO_DEFINITIONS];

/** Our schema refuses trainers that strict mode takes. */
export const LAXER_THAN_OUR_TRAINERS: readonly Difference[] = [
  SPACE_IN_CDATA,
  {
    reason: /^Element '(PhotoUrl|WebAddress|LinkedIn)': /,
    why: 'libxml2 wants more of an address than browsers do',
  },
];
