// Starts a page of the site.

import { applyPreferences } from './preferences.ts';
import './page.ts';

applyPreferences();
