/** What a provider makes is the provider's own, said or not. */
export function withTenant<Input extends { readonly providerId?: string }>(
  input: Input,
  providerId: string | undefined,
): Input {
  return input.providerId === undefined && providerId !== undefined ? { ...input, providerId } : input;
}

/** The owner's id, to be spread: exactly there when the record has one. */
export function tenantOf({ providerId }: { readonly providerId?: string }): { readonly providerId?: string } {
  return providerId === undefined ? {} : { providerId };
}
