/** The row with this id. Hosts without TypeScript may ask with something that is no id: there is no such row. */
export async function findRow<Row>(
  table: { get(id: string): Promise<Row | undefined> },
  id: unknown,
): Promise<Row | undefined> {
  return typeof id === 'string' ? table.get(id) : undefined;
}
