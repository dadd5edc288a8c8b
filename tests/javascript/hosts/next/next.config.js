import { withAgnt5 } from 'agnt5-conformance-server/next/config';

// Next.js would answer paths with a slash at their end by itself.
export default withAgnt5({ skipTrailingSlashRedirect: true });
