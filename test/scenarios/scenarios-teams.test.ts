import { openTeamsPlatform } from '../platforms/teams';
import { tellScenarios } from './tell';

tellScenarios(openTeamsPlatform, 'whole');
