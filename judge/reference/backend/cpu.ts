/** Plain JavaScript: slow, and everywhere. Sums in double precision and rounds once, so it is the most exact. */
import '@tensorflow/tfjs-backend-cpu';
import { serve } from '../guest/serve.ts';

await serve(() => ({ name: 'cpu', device: `JavaScript on ${process.arch}` }));
