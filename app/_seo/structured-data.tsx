/**
 * Facts for search engines. A block of data, no script: browsers don't run it, so the security policy has no say in it.
 * `<` is written otherwise, so that no text ends it.
 */
export function StructuredData({ data }: { data: object }) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON without any `<`
      dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll('<', '\\u003c') }}
    />
  );
}
