export default {
  mode: 'production',
  entry: './src/main.js',
  // Only for a page that enforces Trusted Types: webpack loads its parts by script tags.
  output: { trustedTypes: 'webpack' },
};
