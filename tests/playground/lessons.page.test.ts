/** Every lesson of the site in a browser: what all of them promise, whatever their figure is about. */
import { figures } from '../../playground/site/items.ts';
import { testFigure } from './lesson-checks.ts';

for (const [page, facts] of Object.entries(figures)) testFigure({ path: `${page}/`, ...facts });
