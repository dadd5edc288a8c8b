export { GET } from 'order-components/next';
