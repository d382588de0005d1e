/** What only a server does, and `ssr.js` brings: nobody's page carries it. */
export const onServer = {
  /** The words of an HTML description: there is no parser to make nodes of it. */
  textOf: (_html: string): string => '',
};
