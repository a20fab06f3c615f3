import { themeKey } from './theme.ts';

const theme = `(function(d){d.script='on';try{var t=localStorage.getItem('${themeKey}');if(t==='light'||t==='dark')d.theme=t}catch{}})(document.documentElement.dataset)`;

// A form that only its script understands would load the page anew, and what was filled in would be gone.
const presses = `(function(w){var l=[];function n(e){var b=e.target.closest('button');if(!b)return;if(b.type==='submit'&&b.form&&!b.form.hasAttribute('action'))e.preventDefault();l.push(e)}w.addEventListener('click',n,true);w.takePresses=function(){w.removeEventListener('click',n,true);return l.splice(0)}})(window)`;

/**
 * Runs in `<head>` before the first paint, so that neither a chosen theme nor what needs a script (globals.css:
 * `.needs-script`) flashes, and notes which buttons are pressed until the page's own script has come. The security
 * policy knows it by its hash, so it is the same on every page.
 */
export const headScript = `${theme};${presses}`;
