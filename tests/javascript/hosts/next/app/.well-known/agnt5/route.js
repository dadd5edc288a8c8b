export { GET, GET as POST, GET as PUT, GET as DELETE, GET as PATCH, GET as OPTIONS, GET as HEAD } from 'agnt5-conformance-server/next';
