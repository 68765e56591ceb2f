/** Runs before every test file, in Node and in the browser. */
import './close.ts';
