import { withAgnt5 } from 'order-components/next/config';

export default withAgnt5();
