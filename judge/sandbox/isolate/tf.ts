/** Evaluated once, into the heap snapshot that every tf context starts from. */
import { tf } from '../../tfjs.ts';
import { hardenTf } from './harden-tf.ts';

hardenTf();

// The bootstrap takes it from here and removes the name.
Object.defineProperty(globalThis, '__tf', { value: tf, configurable: true });
