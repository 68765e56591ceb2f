// What importing `kernels.as` gives: the compiled module, as `shaders/assembly.ts` makes it.

declare const bytes: Uint8Array<ArrayBuffer>;
export default bytes;
