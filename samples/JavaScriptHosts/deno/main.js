import { agnt5 } from 'order-components';

Deno.serve({ port: Number(Deno.env.get('PORT') ?? 8787) }, agnt5.fetch);
