import { site } from '#app/_session/site.ts';
import { route } from '#app/api/_http/route.ts';
import { publicProblem } from '#judge/api.ts';
import { listCurrent } from '#prisma/problem-version.ts';

export const GET = route(async () => {
  const versions = await listCurrent(site().db);
  const problems = versions.map((version) => {
    const { slug, name, difficulty, topics, runtime, limits } = publicProblem(version);
    return { slug, version: version.id, name, difficulty, topics, runtime, limits };
  });
  return Response.json({ problems });
});
