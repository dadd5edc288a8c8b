export { default } from 'order-components/cloudflare';
