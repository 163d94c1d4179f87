import './oldBrowsers.ts';
import '@fontsource-variable/archivo/wdth.css';
import './wall.css';
import { mount } from 'svelte';
import { settings } from './settings.ts';
import Wall from './Wall.svelte';

const asked = settings(location.search);
const target = document.getElementById('wall');
if (!target) throw new Error('wall.html lacks #wall');
mount(Wall, { target, props: { asked, wishes: [localStorage.getItem('lang'), ...navigator.languages] } });
