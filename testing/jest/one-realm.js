const { createRequire, isBuiltin } = require('node:module');
const { join, sep } = require('node:path');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/** The product, which has no global state, and what the tests share. */
const SHARED = ['src', 'testing'].map((folder) => join(__dirname, '..', '..', folder, sep));

/** What this worker has loaded of it, and where the source map of each file lies, by path. */
const loaded = new Map();
const sourceMaps = new Map();

/**
 * Jest's runtime, in which all tests run in the worker's own realm, and packages and the product are loaded once for all
 * files of tests. In a sandbox for each of them, it was loaded, compiled and made fast by the engine 390 times, which took
 * a third of the processor's time; and what came from outside the sandbox was of another realm (an `Error` that is no
 * `Error`). A file of tests is still a module of its own, with storage of its own (own-storage.ts).
 */
module.exports = class OneRealm extends Runtime {
  constructor(...given) {
    super(...given);
    const { injectedModuleParameters } = this.executor;
    this.executor.compile = (source, filename) => compileFunction(source, injectedModuleParameters, { filename });
    this.transformCache.sourceMaps = sourceMaps;
  }

  requireModuleOrMock(from, moduleName) {
    if (isBuiltin(moduleName) || !/^[./]/.test(moduleName)) return createRequire(from)(moduleName);
    const path = this._resolution.resolveCjs(from, moduleName);
    if (!SHARED.some((folder) => path.startsWith(folder))) return super.requireModuleOrMock(from, moduleName);
    if (!loaded.has(path)) loaded.set(path, super.requireModuleOrMock(from, moduleName));
    return loaded.get(path);
  }
};
