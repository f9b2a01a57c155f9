import { localiseMoments } from './moments.js';
import './player.js';
import './copy.js';
import './shortcuts.js';
import './search.js';

localiseMoments();

if (document.querySelector('[data-live]')) {
  const [{ connect }, { watch }] = await Promise.all([import('./hub.js'), import('./live.js')]);
  watch();
  if (document.getElementById('connection')) await connect();
}
