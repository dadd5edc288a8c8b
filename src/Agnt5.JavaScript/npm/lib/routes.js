/** The protocol's two routes. */
export const invokePath = '/agnt5/invoke';
export const manifestPath = '/.well-known/agnt5';
