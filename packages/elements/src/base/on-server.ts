import { isServer } from 'lit';

/** Whether this runs where there is no page. Lit's own word for it is a constant of the build that was loaded. */
export const isOnServer: boolean = isServer;

/** What only a server does, and `ssr.js` brings: nobody's page carries it. */
export const onServer = {
  /** The words of an HTML description: there is no parser to make nodes of it. */
  textOf: (_html: string): string => '',
};
