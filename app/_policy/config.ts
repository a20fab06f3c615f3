/** What Next itself sets: how the site runs. Nothing here is for the operator. */
export const development = process.env.NODE_ENV === 'development';
