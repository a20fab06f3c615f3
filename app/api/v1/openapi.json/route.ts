import { route } from '#app/api/_http/route.ts';
import { openApi } from '../openapi.ts';

export const GET = route(async () => Response.json(openApi()));
