// wgsl_reflect's `main` is CommonJS inside an ES-module package, so Node can only load its `.module.js` file, which has no types beside it.
declare module 'wgsl_reflect/wgsl_reflect.module.js' {
  export * from 'wgsl_reflect';
}
