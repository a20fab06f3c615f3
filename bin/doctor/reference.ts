/** Which backend computes expected outputs here, why it is that one, and how exact it is. */
import { writtenError } from '#judge/conformance.ts';
import { readCommandConfig } from '../config.ts';
import { openReference } from '../stations.ts';
import type { Finding } from './finding.ts';

export async function examineReference(): Promise<Finding[]> {
  const engine = await openReference();
  try {
    const { backend, device, rows, ms } = await engine.conformance();
    const { backend: asked } = readCommandConfig();
    const why =
      asked === undefined
        ? 'the best that is here'
        : asked === backend
          ? 'as WHETSTONE_REFERENCE_BACKEND asks'
          : `although WHETSTONE_REFERENCE_BACKEND asks for ${asked}`;
    const figures = rows.map(({ operation, worst }) => `${operation} ${writtenError(worst)}`);
    return [
      {
        name: 'reference',
        state: 'good',
        text: `expected outputs are computed by ${backend} on ${device}, ${why}`,
      },
      ...engine
        .passedOver()
        .map(
          ({ backend: name, why: reason }): Finding => ({ name, state: 'note', text: `not used: ${reason}` }),
        ),
      {
        name: 'conformance',
        state: 'good',
        text: `${rows.length} operations agree with plain arithmetic (${ms.toFixed(0)} ms); worst errors: ${figures.join(' · ')}`,
      },
    ];
  } finally {
    await engine.close();
  }
}
