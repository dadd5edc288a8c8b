export { POST } from 'order-components/next';
