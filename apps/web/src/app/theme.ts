import { createTheme } from '@mantine/core';

/**
 * Only what needs no `<style>` tag: the content-security policy has no inline styles, so variables that differ from Mantine's own are in
 * `theme.css`. Windows over the page do not lock its scrolling, as the library that would do it writes a `<style>` tag.
 */
export const theme = createTheme({
  primaryColor: 'indigo',
  cursorType: 'pointer',
  respectReducedMotion: true,
  defaultRadius: 'sm',
  components: {
    Modal: { defaultProps: { lockScroll: false } },
    Button: { defaultProps: { size: 'sm' } },
  },
});
