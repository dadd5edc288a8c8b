export const secret: string;
export function invoke(fetch: (request: Request) => Promise<Response>, component: string, input: unknown): Promise<any>;
