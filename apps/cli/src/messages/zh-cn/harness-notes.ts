import type { Messages } from '../messages.js';

/** lm-evaluation-harness 中这里没有对应项的选项如何处理。 */
export const harnessNotes: Messages['harnessNotes'] = {
  modelArgs:
    '--model_args 中可用的有 pretrained（GGUF 文件、检查点文件夹、目录 id，或仓库，可带 gguf_file）、revision、dtype、max_length 和 device=cpu；服务器则有 base_url、model、num_concurrent、max_retries 和 timeout。指定模型请用 --model ID|FILE.gguf|FOLDER|hf:owner/repo[/file.gguf]|openai:NAME|http://host:port/v1#NAME。',
  device: '模型在 CPU 上运行；--gpu-layers N 可把若干层放到 GPU 上。',
  batchSize: '不起作用：引擎自己安排批次。',
  useCache: '不起作用：所有回答都保存在 $UNDERSTUDY_HOME，不会重算。',
  checkIntegrity: '不起作用：任务文件读入时总会检查。',
  trustRemoteCode: '不起作用：从不运行数据集里的代码。',
  unsafeCode: '不起作用：这里没有任务会运行模型写的代码。',
  verbosity: '不起作用：用 --verbose 显示更多信息。',
  metadata: '请写入任务 YAML 文件的 metadata。',
  loggers: '请用 --output_path DIR --log_samples 写出文件后自行上传。',
};
