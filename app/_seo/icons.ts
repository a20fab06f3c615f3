/** By name: pixels, and whether it is inset, so that a device may cut it to any shape (maskable). */
export const icons = {
  'icon-192': { size: 192, inset: false },
  'icon-512': { size: 512, inset: false },
  'maskable-192': { size: 192, inset: true },
  'maskable-512': { size: 512, inset: true },
  'apple-180': { size: 180, inset: true },
} as const;

/** Of the pictures beside links, pixels: what those who show them ask for. */
export const cardSize = { width: 1200, height: 630 } as const;
