export { default } from 'components/cloudflare';
