export { chooseEngines } from './choose-engines.js';
export type { EngineChoice, EngineChoices, EngineFacts, LocalEngine } from './engine-choice.js';
export { machineMemoryBytes } from './machine-memory.js';
export { planModel, requireGguf, type ModelPlan, type PlanModelOptions } from './plan-model.js';
export { OpenModel } from './open-model.js';
export { openModel, type OpenModelOptions } from './open-any-model.js';
export type { RemoteUse } from './open-remote-model.js';
