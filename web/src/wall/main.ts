import '@fontsource-variable/archivo/wdth.css';
import './wall.css';
import { mount } from 'svelte';
import { language } from '../words/language.ts';
import { settings } from './settings.ts';
import Wall from './Wall.svelte';

const asked = settings(location.search);
const words = language([asked.lang, localStorage.getItem('lang'), ...navigator.languages]);
document.documentElement.lang = words.tag;
document.title = words.product;

// The CJK faces come in slices, of which a browser loads those it needs; their lists are long, so each comes alone.
void (words.tag === 'zh-Hant'
  ? import('@fontsource-variable/noto-sans-tc/wght.css')
  : import('@fontsource-variable/noto-sans-sc/wght.css'));

const target = document.getElementById('wall');
if (!target) throw new Error('wall.html lacks #wall');
mount(Wall, { target, props: { settings: asked, words } });
