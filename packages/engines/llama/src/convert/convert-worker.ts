import { serve } from '@understudy/engine-process';
import { quantize, type QuantizeOptions } from './quantize.js';

/** The process in which a model is converted: it can be ended at any moment, and a native crash ends only it. */
serve({ calls: { quantize: (options: QuantizeOptions, { onProgress }) => quantize(options, onProgress) } });
