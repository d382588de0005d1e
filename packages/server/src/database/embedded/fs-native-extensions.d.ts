declare module 'fs-native-extensions' {
  /** Whether the lock on this open file was granted; false: somebody else holds it. */
  export function tryLock(fd: number, options?: { readonly shared?: boolean }): boolean;
}
