/** The script of the other lightened pages, bundled as that of a question. */
import { listIslands } from './lists.ts';
import { shellIslands } from './shell.ts';
import { takeOver } from './take-over.ts';

takeOver({ ...shellIslands, ...listIslands });
