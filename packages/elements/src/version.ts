/** Which version of the kit this is. `npm run manifest` writes it, from the package. */
export const version = '0.1.0';
