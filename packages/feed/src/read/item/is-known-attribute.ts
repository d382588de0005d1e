const SCHEMA_PLACES = ['xsi:schemaLocation', 'xsi:noNamespaceSchemaLocation'];

/** The attributes that any element may have whatever a schema says: they are for XML itself. */
export function isKnownAttribute(name: string): boolean {
  return name.startsWith('xmlns:') || SCHEMA_PLACES.includes(name);
}
