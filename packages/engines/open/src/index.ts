export { chooseEngines, type EngineChoice, type EngineChoices, type EngineFacts } from './choose-engines.js';
export { machineMemoryBytes } from './machine-memory.js';
export { planModel, type ModelPlan, type PlanModelOptions } from './plan-model.js';
export { OpenModel, openModel, type OpenModelOptions } from './open-model.js';
