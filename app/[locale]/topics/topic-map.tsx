import Link from 'next/link';
import { topicName } from '#app/_messages/topics.ts';
import { wayMessages } from '#app/_messages/ways.ts';
import type { Topic } from '#content/topic.ts';
import type { Locale } from '#judge/verdict.ts';
import { box, type Line, layOut, type Placed } from './lay-out.ts';
import type { Counts } from './taught-of.ts';

type Props = { locale: Locale; topics: readonly Topic[]; countsOf: (slug: string) => Counts };

/** The topics as a drawing whose boxes are links. The list below it says the same in words. */
export function TopicMap({ locale, topics, countsOf }: Props) {
  const t = wayMessages[locale];
  const { nodes, lines, width, height } = layOut(topics);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields, not the links of a drawing
    <svg
      role="group"
      aria-label={t.map}
      viewBox={`-2 -2 ${width + 4} ${height + 4}`}
      className="hidden h-auto w-full lg:block"
    >
      <defs>
        <marker
          id="arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path d="M0 0.5 L7.5 4 L0 7.5 z" className="fill-line-strong" />
        </marker>
      </defs>
      <g aria-hidden fill="none" className="stroke-line-strong" strokeWidth="1.25">
        {lines.map((line) => (
          <path key={`${line.from} ${line.to}`} d={pathOf(line)} markerEnd="url(#arrow)" />
        ))}
      </g>
      {nodes.map((node) => (
        <Box key={node.slug} locale={locale} node={node} counts={countsOf(node.slug)} />
      ))}
    </svg>
  );
}

function Box({ locale, node, counts }: { locale: Locale; node: Placed; counts: Counts }) {
  const { slug, x, y } = node;
  const told = wayMessages[locale].counts(counts.questions, counts.problems);
  const name = topicName(locale, slug);
  return (
    <Link href={`/${locale}/topics/${slug}`} className="group outline-none">
      <rect
        x={x}
        y={y - box.height / 2}
        width={box.width}
        height={box.height}
        rx="6"
        className="fill-surface stroke-line-strong group-hover:fill-accent-soft group-hover:stroke-accent group-focus-visible:stroke-[3px] group-focus-visible:stroke-accent"
      />
      <text x={x + 12} y={y - 3} fontSize="15" fontWeight="600" className="fill-ink">
        {/* The space is for who hears both in one. */}
        {`${name} `}
      </text>
      <text x={x + 12} y={y + 15} fontSize="12.5" className="fill-ink-muted">
        {told}
      </text>
    </Link>
  );
}

/** Flat where it leaves, bends and arrives. */
function pathOf({ points: [first, ...rest] }: Line): string {
  if (!first) return '';
  let from = first;
  const curves = rest.map((to) => {
    const middle = (from.x + to.x) / 2;
    const curve = `C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
    from = to;
    return curve;
  });
  return `M${first.x} ${first.y} ${curves.join(' ')}`;
}
