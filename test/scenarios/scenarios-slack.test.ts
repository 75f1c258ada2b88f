import { openSlackPlatform } from '../platforms/slack';
import { IS_WHOLE } from '../whole';
import { tellScenarios } from './tell';

tellScenarios(openSlackPlatform, IS_WHOLE ? 'whole' : 1);
