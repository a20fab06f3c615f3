/** How much more than its bound of a body is taken off the wire, so that who still sends can read the answer. */
const patience = 16;

/**
 * The body of a request, or null where it is longer than `maxBytes`. Counted as it arrives: what a header announces is
 * only a claim. A longer body is read on and forgotten up to 16 times the bound; a connection left with bytes unread
 * would be reset, and with it the answer that names the bound.
 */
export async function readText(request: Request, maxBytes: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > patience * maxBytes) return null;
    if (size <= maxBytes) chunks.push(chunk);
  }
  return size > maxBytes ? null : Buffer.concat(chunks).toString('utf8');
}
