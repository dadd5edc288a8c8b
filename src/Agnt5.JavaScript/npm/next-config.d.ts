/**
 * Has Next.js take the package along as it is: out of its bundles, and with all files in what it deploys.
 * `export default withAgnt5(nextConfig)` in `next.config.js`. The configuration may be an object or a function, which is waited for.
 */
export declare function withAgnt5<A extends unknown[], T>(config: (...phase: A) => T | Promise<T>): (...phase: A) => Promise<T>;
export declare function withAgnt5<T extends object>(config?: T): T;
