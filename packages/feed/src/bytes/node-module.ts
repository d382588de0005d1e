/** What is used of the modules that come with Node. */
interface NodeModules {
  readonly 'node:buffer': { readonly isUtf8?: (bytes: Uint8Array) => boolean };
  readonly 'node:zlib': { readonly createGunzip: () => Gunzip };
}

/** What is used of Node's stream of zlib. */
interface Gunzip extends AsyncIterable<Uint8Array> {
  write(piece: Uint8Array, done: (error?: Error | null) => void): void;
  end(done: (error?: Error | null) => void): void;
  destroy(error?: Error): void;
}

interface NodeProcess {
  readonly getBuiltinModule?: <Name extends keyof NodeModules>(name: Name) => NodeModules[Name] | undefined;
}

/** A module of Node's, where there is Node: an import would keep bundlers from making code for browsers. */
export function nodeModule<Name extends keyof NodeModules>(name: Name): NodeModules[Name] | undefined {
  const { process } = globalThis as { readonly process?: NodeProcess };
  return process?.getBuiltinModule?.(name);
}
