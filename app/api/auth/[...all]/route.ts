import { site } from '#app/_session/site.ts';

const handle = (request: Request): Promise<Response> => site().auth.handler(request);

export { handle as GET, handle as POST };
