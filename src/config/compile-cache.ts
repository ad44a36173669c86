import module from 'node:module';

/**
 * Node 22 and later keep what they have compiled on disk, in the machine's folder for temporary files: a start takes a fifth
 * less time (bench/RESULTS.md). Where that cannot be written, and on Node 20, nothing happens. Imported first of all, by what
 * starts.
 */
const { enableCompileCache } = module as typeof module & { enableCompileCache?: () => unknown };
enableCompileCache?.();
