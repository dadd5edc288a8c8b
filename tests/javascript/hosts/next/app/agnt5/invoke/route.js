export { POST, POST as GET, POST as PUT, POST as DELETE, POST as PATCH, POST as OPTIONS, POST as HEAD } from 'agnt5-conformance-server/next';
