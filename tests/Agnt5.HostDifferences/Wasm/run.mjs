// Runs the published program: node run.mjs PATH/dotnet.js
import { pathToFileURL } from 'node:url';

const { dotnet } = await import(pathToFileURL(process.argv[2]).href);
const { runMain } = await dotnet.create();
process.exit(await runMain());
