import { ApiError } from '../_http/errors.ts';
import { route } from '../_http/route.ts';

/** What no route answers is told in the API's own words, not by a page. */
const missing = route(async () => {
  throw new ApiError('not_found');
});

export { missing as DELETE, missing as GET, missing as PATCH, missing as POST, missing as PUT };
