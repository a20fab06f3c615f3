/** Pictures that are drawn when the site is built, by the renderer that Next brings. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ImageResponse } from 'next/og';
import type { Difficulty } from '#content/difficulty.ts';
import { cardSize } from './icons.ts';

const paper = '#faf7f2';
const ink = '#26221d';
const muted = '#5f574c';
const accent = '#2c5b87';

export type Card = { title: string | null; line: string; difficulty: Difficulty | null };

const scripts = ['latin', 'chinese-simplified'] as const;
const bars = { easy: 1, medium: 2, hard: 3 };

/** A card as a PNG: the mark, a title if there is one, and a line below. */
export async function drawCard({ title, line, difficulty }: Card): Promise<Response> {
  return new ImageResponse(
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        width: '100%',
        height: '100%',
        padding: 72,
        background: paper,
        color: ink,
        borderBottom: `20px solid ${accent}`,
        fontFamily: scripts.join(', '),
      }}
    >
      <div
        style={{
          display: 'flex',
          alignItems: 'center',
          gap: 20,
          fontSize: title === null ? 104 : 40,
          flexGrow: title === null ? 1 : 0,
        }}
      >
        <Mark size={title === null ? 150 : 58} />
        Whetstone
      </div>
      {title === null ? null : (
        <div
          style={{
            display: 'flex',
            fontSize: title.length > 90 ? 54 : 64,
            lineHeight: 1.25,
            textWrap: 'balance',
          }}
        >
          {title}
        </div>
      )}
      <div style={{ display: 'flex', alignItems: 'center', gap: 28, fontSize: 32, color: muted }}>
        {difficulty === null ? null : <Bars filled={bars[difficulty]} />}
        {line}
      </div>
    </div>,
    { ...cardSize, fonts: await Promise.all(scripts.map(fontOf)) },
  );
}

// The renderer's own typeface has no Han characters. It takes two files of one name for one, so each has its own.
async function fontOf(script: (typeof scripts)[number]) {
  const file = `noto-sans-sc-${script}-500-normal.woff`;
  const data = await readFile(join(process.cwd(), 'node_modules/@fontsource/noto-sans-sc/files', file));
  return { name: script, data, weight: 500 as const };
}

/** The mark on a square, as an icon of a device; `inset` leaves room for the masks that devices cut with. */
export function drawIcon({ size, inset }: { size: number; inset: boolean }): Response {
  return new ImageResponse(
    <div
      style={{
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        width: '100%',
        height: '100%',
        background: inset ? paper : 'transparent',
      }}
    >
      <Mark size={Math.round(size * (inset ? 0.56 : 0.94))} />
    </div>,
    { width: size, height: size },
  );
}

// app/icon.svg
function Mark({ size }: { size: number }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: drawn into a picture, which has a text beside it
    <svg width={size} height={size} viewBox="0 0 22 22">
      <path d="M2 15.5h18l-2.2 4H4.2z" fill="#8c8374" />
      <path d="M3 12.5 19.5 2.5 16 12.5z" fill="#4c84b8" />
    </svg>
  );
}

function Bars({ filled }: { filled: number }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: drawn into a picture, which has a text beside it
    <svg width={40} height={40} viewBox="0 0 12 12">
      {[4, 8, 12].map((height, index) => (
        <rect
          key={height}
          x={index * 4.5}
          y={12 - height}
          width={3}
          height={height}
          fill={muted}
          opacity={index < filled ? 1 : 0.25}
        />
      ))}
    </svg>
  );
}
