/**
 * The site's public address without a path, where it was told when built: for what has to name it in a built page.
 * For the server alone.
 */
export const siteOrigin = process.env['BETTER_AUTH_URL']?.replace(/\/+$/, '');
