import { site } from '#app/_session/site.ts';
import { requireQuota } from '#app/api/_http/require-quota.ts';
import { requireUser, route } from '#app/api/_http/route.ts';
import { exportAccount } from './export-account.ts';

/** Everything that is kept of who asks, as one JSON document that is written while it is read. */
export const GET = route(async ({ request }) => {
  const user = await requireUser(request);
  await requireQuota([{ key: `export:user:${user.id}`, max: 5 }]);
  return new Response(streamOf(exportAccount(site().db, user)), {
    headers: {
      'content-type': 'application/json',
      'content-disposition': 'attachment; filename="whetstone.json"',
    },
  });
});

function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
}
