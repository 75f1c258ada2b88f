import { openTeamsPlatform } from '../platforms/teams';
import { IS_WHOLE } from '../whole';
import { tellScenarios } from './tell';

tellScenarios(openTeamsPlatform, IS_WHOLE ? 'whole' : 0);
