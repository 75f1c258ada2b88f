const PICTURE =
  /\b(?:photos?|photographs?|photograph(?:ing|y|ed)|pictures?|pics?|images?|videos?|video(?:ing|ed)|film(?:s|ed|ing)?|footage|snaps?|selfies?)\b/i;
const USE =
  /\b(?:post(?:s|ed|ing)?|puts?|putting|upload\w*|publish\w*|shar(?:e|es|ed|ing)|display\w*|tak(?:e|es|ing)|took|use[ds]?|using|sen[dt]\w*|tweet\w*|stick|show\w*|print\w*|film(?:ing)?|photograph(?:ing)?|video(?:ing)?|consent\w*|permission|allowed|websites?|site|web ?pages?|facebook|twitter|insta(?:gram)?|tik ?tok|social media|newsletters?|blogs?|prospectus|press|paper)\b/i;
/** Pictures that are of no child here, and pictures about which there is something to report and nothing to look up. */
const OTHERWISE =
  /\b(?:google|clip ?art|stock|copyright\w*|nudes?|naked|semi-nudes?|sexual\w*|sext\w*|indecent|explicit|porn\w*|abus\w+)\b/i;

/** Films that are watched, not made. */
const WATCHED = /\b(?:show\w*|watch\w*) (?:\w+ ){0,3}(?:films?|videos?)\b|\b(?:films?|videos?)\b.*\b(?:show|watch)\b/i;

/** Whether a question is about taking or showing photographs or films, where it matters who has consented. */
export function isAboutPhotos(question: string): boolean {
  return PICTURE.test(question) && USE.test(question) && !OTHERWISE.test(question) && !WATCHED.test(question);
}
