import './entry.css';
import { mount } from 'svelte';
import { spokenTag } from '../words/tag.ts';
import Entry from './Entry.svelte';
import { takeFound } from './found.ts';
import { recall } from './memory.ts';
import { takeToken } from './token.ts';

// Before anything else: secrets leave the address bar, of one-time links, pairing codes and identity providers.
const token = takeToken();
const found = takeFound();
const asked = new URLSearchParams(location.search);
const target = document.getElementById('entry');
if (!target) throw new Error('entry.html lacks #entry');
mount(Entry, {
  target,
  props: {
    path: location.pathname,
    asked,
    token,
    found,
    wished: spokenTag([asked.get('lang'), recall('lang'), ...navigator.languages]),
  },
});
