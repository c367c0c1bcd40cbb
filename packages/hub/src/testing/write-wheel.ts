import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** True when tests that need Python with pip can run. */
export function hasPip(): boolean {
  try {
    execFileSync('python3', ['-m', 'pip', '--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const SCRIPT = `
import base64, hashlib, json, sys, zipfile
path, name, version, members = sys.argv[1], sys.argv[2], sys.argv[3], json.load(sys.stdin)
with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as wheel:
    info = f'{name.replace("-", "_")}-{version}.dist-info'
    members[f'{info}/METADATA'] = f'Metadata-Version: 2.1\\nName: {name}\\nVersion: {version}\\n' + members.pop('METADATA', '')
    members[f'{info}/WHEEL'] = 'Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n'
    members[f'{info}/RECORD'] = ''
    for member, text in members.items():
        wheel.writestr(member, text)
`;

/** A small wheel for tests. */
export interface TestWheel {
  readonly name: string;
  readonly version: string;
  /** Texts by path; `METADATA` adds lines to the metadata. */
  readonly members: Readonly<Record<string, string>>;
}

/** Writes a wheel into a folder that pip can be pointed at with `PIP_FIND_LINKS`. */
export function writeWheel(folder: string, { name, version, members }: TestWheel): void {
  const path = join(folder, `${name.replaceAll('-', '_')}-${version}-py3-none-any.whl`);
  execFileSync('python3', ['-c', SCRIPT, path, name, version], { input: JSON.stringify(members) });
}
