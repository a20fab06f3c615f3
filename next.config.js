// Pages get their policy from proxy.ts. A worker gets the one its script came with: the stranger's code that runs
// there may load what was built and itself (as blob:), and reach nothing. See docs/decisions/content-security-policy.md.
const workerPolicy = "default-src 'none'; script-src 'self' blob:; worker-src 'none'";
const dataPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

const filePolicy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; frame-ancestors 'none'";

// The service worker fetches pages and assets for the browser, and loads nothing else.
const serviceWorkerPolicy = "default-src 'none'; connect-src 'self'";

const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Browsers heed it over https alone.
  'Strict-Transport-Security': 'max-age=31536000',
};

const toList = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }));

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  devIndicators: false,
  reactStrictMode: true,
  // biome-ignore lint/style/noProcessEnv: given by bin/prepare.ts; by itself Next makes up another on every host
  generateBuildId: () => process.env['WHETSTONE_BUILD_ID'] ?? null,
  // A type error fails `npm test`; the site is built from checked code, so checking again only costs time.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    resolveAlias: {
      // monaco-vim asks for paths that Monaco's exports no longer name.
      'monaco-editor/esm/vs/editor/editor.api': 'monaco-editor/editor/editor.api.js',
      'monaco-editor/esm/vs/editor/common/commands/shiftCommand':
        'monaco-editor/editor/common/commands/shiftCommand.js',
    },
  },
  experimental: {
    // `app/[locale]` is the root of every page; what lies outside has a page of its own.
    globalNotFound: true,
  },
  rewrites: async () => ({
    // proxy.ts marks what no page answers.
    beforeFiles: [
      {
        source: '/:locale(en|zh)/:path*',
        has: [{ type: 'header', key: 'x-whetstone-missing', value: '1' }],
        destination: '/:locale/not-found',
      },
    ],
  }),
  headers: async () => [
    // What is no page: files, probes. proxy.ts puts the policy of a page in its place.
    { source: '/:path*', headers: toList({ ...everywhere, 'Content-Security-Policy': filePolicy }) },
    { source: '/_next/static/:path*', headers: toList({ 'Content-Security-Policy': workerPolicy }) },
    { source: '/sw.js', headers: toList({ 'Content-Security-Policy': serviceWorkerPolicy }) },
    { source: '/api/:path*', headers: toList({ 'Content-Security-Policy': dataPolicy }) },
  ],
};

export default config;
