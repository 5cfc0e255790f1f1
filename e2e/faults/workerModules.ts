import { register } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Lets plain Node load the data worker's modules: `exifreader` names no ES exports in the build that Node finds, while
 * the app's bundler takes its sources. Call it before the first dynamic import of the worker's code.
 */
export function useWorkerModules(): void {
  const real = pathToFileURL(resolve(import.meta.dirname, '../../node_modules/exifreader/dist/exif-reader.js')).href;
  const named = `import reader from '${real}';export const { load, loadView, errors } = reader;export default reader;`;
  const url = `data:text/javascript,${encodeURIComponent(named)}`;
  const hook = `export async function resolve(name, context, next) {
    return name === 'exifreader' ? { url: ${JSON.stringify(url)}, shortCircuit: true } : next(name, context);
  }`;
  register(`data:text/javascript,${encodeURIComponent(hook)}`);
}
