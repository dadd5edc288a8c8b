/**
 * Has Next.js take the package along as it is: out of its bundles, and with all files in what it deploys.
 * `export default withAgnt5(nextConfig)` in `next.config.js`. The configuration may be an object or a function.
 */
export declare function withAgnt5<T>(config?: T): T;
