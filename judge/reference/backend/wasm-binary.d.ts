/** Put into the bundle as bytes by {@link file://../host/bundle.ts}. */
declare module '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
