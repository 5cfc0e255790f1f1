declare module '*?raw' {
  const text: string;
  export default text;
}

declare module '*.mjs?url' {
  /** Where the file stands in the built app. */
  const url: string;

  export default url;
}
