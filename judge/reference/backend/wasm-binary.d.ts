/** Put into the bundle as bytes by {@link file://../host/bundle.ts}. */
declare module '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm' {
  const bytes: Uint8Array<ArrayBuffer>;
  // biome-ignore lint/style/noDefaultExport: esbuild's loader exports it so
  export default bytes;
}
