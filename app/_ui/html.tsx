type Props = { html: string; inline?: boolean; className?: string; id?: string };

/** A piece of author's text within something of ours; {@link Prose} is for whole texts. */
export function Html({ html, inline = false, className, id }: Props) {
  const Element = inline ? 'span' : 'div';
  return (
    <Element
      id={id}
      className={className}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: content/markdown.ts sanitises what it renders
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
