// `npm start`: installs what is missing, builds what changed, serves the page and prints its address.
import { serve } from './serve.mjs';
import { ensureBuild, ensureDependencies } from './setup.mjs';

ensureDependencies();
ensureBuild();
const asked = process.env.PORT;
try {
  const port = await serve(Number(asked ?? 4173), asked === undefined);
  console.log(`\n  Drydock is ready:  http://127.0.0.1:${port}/\n\n  Ctrl-C stops it.\n`);
} catch (error) {
  console.error(`Cannot serve on port ${asked ?? 4173}: ${error.message}`);
  process.exit(1);
}
