declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  // eslint-disable-next-line import-x/no-default-export -- how Vite hands out the class names
  export default classes;
}
declare module '*.css';
declare module '@fontsource-variable/noto-sans-sc';
