/** The part of Handlebars that runs compiled templates. */
declare module 'handlebars/dist/cjs/handlebars.runtime.js' {
  import type Handlebars from 'handlebars';

  const runtime: Pick<typeof Handlebars, 'create'>;
  export default runtime;
}
