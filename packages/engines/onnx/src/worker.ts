import { serveEngine } from '@understudy/engine-process';
import { OnnxEngine } from './onnx-engine.js';

serveEngine((options) => OnnxEngine.open(options));
