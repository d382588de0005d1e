/**
 * What `XmlReader` tells, in document order. While it does, the window is at the start of what is told, at the end of
 * what is closed. White space between two tags isn't told.
 */
export interface XmlEvents {
  open(name: string, line: number, column: number): void;
  /** Of the element that was just opened. */
  attribute(name: string, line: number, column: number): void;
  text(text: string): void;
  close(): void;
  /**
   * The same as `open`, `text` and `close`, for nearly every element: one that has nothing but text, and not only white
   * space. `false`: it isn't taken like that, and is to be told in parts.
   */
  element(name: string, text: string, line: number, column: number): boolean;
}
