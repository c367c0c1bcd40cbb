/** What becomes of flags of lm-evaluation-harness that have no equal here. */
export const harnessNotes = {
  modelArgs:
    'Of --model_args, Understudy knows pretrained (a GGUF file, a checkpoint folder, a catalog id, or a repository, with gguf_file or without), revision, dtype, max_length and device=cpu; for a server base_url, model, num_concurrent, max_retries and timeout. The model itself: --model ID|FILE.gguf|FOLDER|hf:owner/repo[/file.gguf]|openai:NAME|http://host:port/v1#NAME.',
  device: 'Models run on the CPU; --gpu-layers N puts layers on a GPU.',
  batchSize: 'no effect: the engine plans its batches by itself.',
  useCache: 'no effect: every answer is kept in $UNDERSTUDY_HOME and never computed twice.',
  checkIntegrity: 'no effect: every task file is checked when it is read.',
  trustRemoteCode: 'no effect: no code of a data set is ever run.',
  unsafeCode: 'no effect: no task here runs code that a model wrote.',
  verbosity: 'no effect: use --verbose to see more.',
  metadata: "Put it into the task's YAML file, under metadata.",
  loggers: 'Write files with --output_path DIR --log_samples and upload those.',
};
