import { openSlackPlatform } from '../platforms/slack';
import { tellScenarios } from './tell';

// Each press takes Slack two answers. `EVERYBODY=1` lets everybody ask for each concern, as in Teams.
tellScenarios(openSlackPlatform, process.env.EVERYBODY ? 'everybody' : 'a third');
