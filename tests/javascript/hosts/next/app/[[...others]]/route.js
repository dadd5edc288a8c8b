// What nobody serves is answered as the protocol has it, which the suite expects.
export { GET, GET as POST, GET as PUT, GET as DELETE, GET as PATCH, GET as OPTIONS, GET as HEAD } from 'agnt5-conformance-server/next';
