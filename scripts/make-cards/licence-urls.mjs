// @ts-check

/**
 * Where the text of a licence is, as far as that is known.
 * @type {Readonly<Record<string, string>>}
 */
export const LICENCE_URLS = {
  'AGPL-3.0-only': 'https://www.gnu.org/licenses/agpl-3.0.html',
  'Apache-2.0': 'https://www.apache.org/licenses/LICENSE-2.0',
  'BSD-3-Clause': 'https://opensource.org/license/bsd-3-clause',
  'CC-BY-NC-4.0': 'https://creativecommons.org/licenses/by-nc/4.0/',
  'CC-BY-NC-SA-4.0': 'https://creativecommons.org/licenses/by-nc-sa/4.0/',
  'CC-BY-SA-3.0': 'https://creativecommons.org/licenses/by-sa/3.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'GPL-3.0-only': 'https://www.gnu.org/licenses/gpl-3.0.html',
  'LicenseRef-BigCode-OpenRAIL-M-1.0': 'https://huggingface.co/spaces/bigcode/bigcode-model-license-agreement',
  'LicenseRef-BigScience-RAIL-1.0': 'https://huggingface.co/spaces/bigscience/license',
  'LicenseRef-Baichuan2-Community':
    'https://huggingface.co/baichuan-inc/Baichuan2-7B-Chat/blob/main/Community%20License%20for%20Baichuan2%20Model.pdf',
  'LicenseRef-ChatGLM-6B': 'https://github.com/THUDM/ChatGLM-6B/blob/main/MODEL_LICENSE',
  'LicenseRef-Falcon-180B-TII': 'https://huggingface.co/tiiuae/falcon-180B-chat/blob/main/LICENSE.txt',
  'LicenseRef-Llama-2-Community': 'https://github.com/meta-llama/llama/blob/main/LICENSE',
  'LicenseRef-OPT-175B': 'https://github.com/facebookresearch/metaseq/blob/main/projects/OPT/MODEL_LICENSE.md',
  'LicenseRef-StableBeluga-NC': 'https://huggingface.co/stabilityai/StableBeluga2/blob/main/LICENSE.txt',
  MIT: 'https://opensource.org/license/mit',
};
