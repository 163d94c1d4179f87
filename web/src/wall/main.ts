import '@fontsource-variable/inter/wght.css';
import './wall.css';
import { mount } from 'svelte';
import { language } from '../words/language.ts';
import { settings } from './settings.ts';
import Wall from './Wall.svelte';

const asked = settings(location.search);
const words = language([asked.lang, localStorage.getItem('lang'), ...navigator.languages]);
document.documentElement.lang = words.tag;
document.title = words.product;

const target = document.getElementById('wall');
if (!target) throw new Error('wall.html lacks #wall');
mount(Wall, { target, props: { settings: asked, words } });
