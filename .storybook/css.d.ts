declare module '*.css';
declare module '*.css?raw' {
  const text: string;
  export default text;
}
declare module '*.svg?raw' {
  const text: string;
  export default text;
}
declare module '*.svg?url&no-inline' {
  const address: string;
  export default address;
}
