// What the analyzer reads; .config/generate-manifest.js makes the public files from it.
export default {
  globs: ['src/*/*.ts'],
  exclude: ['src/terms/**', 'src/react/**', 'src/angular/**'],
  litelement: true,
  quiet: true,
  packagejson: false, // It would write to the package.json of the folder it runs in.
};
