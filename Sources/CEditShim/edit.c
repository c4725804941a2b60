#define _GNU_SOURCE
#include "CEditShim.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>

bool anwen_use_utf8(void) {
  static const char *const names[] = {"", "C.UTF-8", "C.utf8", "en_US.UTF-8"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (setlocale(LC_CTYPE, names[i]) != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
      return true;
  return false;
}

static bool bell_wanted;

static ssize_t swallow(void *cookie, const char *bytes, size_t count) {
  (void)cookie;
  if (memchr(bytes, '\a', count) != NULL) bell_wanted = true;
  return (ssize_t)count;
}

bool anwen_edit_take_bell(void) {
  bool wanted = bell_wanted;
  bell_wanted = false;
  return wanted;
}

static anwen_edit_command perform;

// libedit does not tell a command which one it is, so each number has a function of its own.
#define COMMAND(n) \
  static unsigned char command_##n(EditLine *edit, int key) { (void)key; return perform(edit, n); }
COMMAND(0) COMMAND(1) COMMAND(2) COMMAND(3) COMMAND(4) COMMAND(5) COMMAND(6) COMMAND(7)
COMMAND(8) COMMAND(9) COMMAND(10) COMMAND(11) COMMAND(12) COMMAND(13) COMMAND(14) COMMAND(15)
COMMAND(16) COMMAND(17) COMMAND(18) COMMAND(19) COMMAND(20) COMMAND(21) COMMAND(22) COMMAND(23)

static unsigned char (*const commands[ANWEN_EDIT_COMMAND_LIMIT])(EditLine *, int) = {
    command_0,  command_1,  command_2,  command_3,  command_4,  command_5,  command_6,  command_7,
    command_8,  command_9,  command_10, command_11, command_12, command_13, command_14, command_15,
    command_16, command_17, command_18, command_19, command_20, command_21, command_22, command_23,
};

EditLine *anwen_edit_open(
    const char *program, anwen_edit_read read, anwen_edit_command command) {
  cookie_io_functions_t functions = {.write = swallow};
  FILE *output = fopencookie(NULL, "w", functions);
  FILE *errors = fopencookie(NULL, "w", functions);
  if (output == NULL || errors == NULL) return NULL;
  // Descriptor 1 is only asked whether it is a terminal; every byte goes through `output`.
  EditLine *edit = el_init_fd(program, stdin, output, errors, 0, 1, 2);
  if (edit == NULL) return NULL;
  perform = command;
  el_wset(edit, EL_GETCFN, read);
  // With 1 libedit would send every signal on to the whole process group, the parent included.
  el_wset(edit, EL_SIGNAL, 0);
  return edit;
}

bool anwen_edit_add_command(
    EditLine *edit, int number, const wchar_t *name, const wchar_t *help) {
  if (number < 0 || number >= ANWEN_EDIT_COMMAND_LIMIT) return false;
  wchar_t *kept_name = wcsdup(name), *kept_help = wcsdup(help);
  if (kept_name == NULL || kept_help == NULL) return false;
  return el_wset(edit, EL_ADDFN, kept_name, kept_help, commands[number]) == 0;
}

anwen_size anwen_terminal_size(void) {
  struct winsize window;
  bool known = ioctl(1, TIOCGWINSZ, &window) == 0;
  anwen_size size = {80, 24};
  if (known && window.ws_col > 0) size.columns = window.ws_col;
  if (known && window.ws_row > 0) size.rows = window.ws_row;
  return size;
}
