import { openSlackPlatform } from '../platforms/slack';
import { tellScenarios } from './tell';

// Whole with `npm run proof`.
tellScenarios(openSlackPlatform, process.env.LANTERN_PROOF === 'whole' ? 'whole' : 'short');
