// What Swift cannot say about libedit by itself: its variadic calls under typed names, a line
// editor that draws nothing, signal handlers that are safe to run at any instruction.
#pragma once
#include <stdbool.h>
#include <wchar.h>
#include <histedit.h>

#pragma clang assume_nonnull begin

// Gives the next code in *code: 1 one code, 0 end of input, -1 failure.
typedef int (*anwen_edit_read)(EditLine *edit, wchar_t *code);
// Performs one of the registered commands and returns a CC_ value.
typedef unsigned char (*anwen_edit_command)(EditLine *edit, int command);

// Commands are numbered 0 ..< ANWEN_EDIT_COMMAND_LIMIT.
enum { ANWEN_EDIT_COMMAND_LIMIT = 24 };

// Makes LC_CTYPE a UTF-8 locale, whatever the environment says; must run before anwen_edit_open.
bool anwen_use_utf8(void);

// Opens libedit on descriptors 0 and 1. It owns the terminal's modes, the key maps and the text;
// all that it would draw or report goes nowhere.
EditLine *_Nullable anwen_edit_open(
    const char *program, anwen_edit_read read, anwen_edit_command command);

// A pointer that the callbacks find again; set before the first line is read.
static inline void anwen_edit_set_client(EditLine *edit, void *client) {
  el_wset(edit, EL_CLIENTDATA, client);
}
static inline void *_Nullable anwen_edit_client(EditLine *edit) {
  void *client = NULL;
  el_wget(edit, EL_CLIENTDATA, &client);
  return client;
}

// Names command `number`. libedit keeps name and help without copying: both are copied here once
// and live as long as the process.
bool anwen_edit_add_command(
    EditLine *edit, int number, const wchar_t *name, const wchar_t *help);

// Whether libedit wanted to ring the bell since this was last asked.
bool anwen_edit_take_bell(void);

static inline int anwen_edit_set(EditLine *edit, int option, int value) {
  return el_wset(edit, option, value);
}
static inline int anwen_edit_choose_map(EditLine *edit, const wchar_t *name) {
  return el_wset(edit, EL_EDITOR, name);
}
static inline bool anwen_edit_is_vi(EditLine *edit) {
  const wchar_t *name = NULL;
  return el_wget(edit, EL_EDITOR, &name) == 0 && name != NULL && name[0] == L'v';
}
static inline int anwen_edit_bind(EditLine *edit, const wchar_t *key, const wchar_t *command) {
  return el_wset(edit, EL_BIND, key, command, NULL);
}
// With a flag of `bind`: -a the map of vi's command mode, -s a string instead of a command.
static inline int anwen_edit_bind_flagged(
    EditLine *edit, const wchar_t *flag, const wchar_t *key, const wchar_t *command) {
  return el_wset(edit, EL_BIND, flag, key, command, NULL);
}
// Changes the terminal's modes while a line is edited: -ixon, intr= and the like.
static inline int anwen_edit_set_mode(EditLine *edit, const wchar_t *mode) {
  return el_wset(edit, EL_SETTY, L"-d", mode, NULL);
}
static inline int anwen_edit_set_capability(
    EditLine *edit, const wchar_t *name, const wchar_t *value) {
  return el_wset(edit, EL_SETTC, name, value, NULL);
}

// Signals, as flags: a handler only sets one and wakes whoever polls the pipe.
enum {
  ANWEN_SIGNAL_INTERRUPT = 1,
  ANWEN_SIGNAL_RESIZE = 2,
  ANWEN_SIGNAL_CONTINUE = 4,
  ANWEN_SIGNAL_TERMINATE = 8,
  ANWEN_SIGNAL_SUSPEND = 16,
};
// Returns the readable end of the wake pipe, or -1. Calls after the first change nothing.
int anwen_signals_install(void);
int anwen_signals_peek(void);
// Clears the flags of `mask`, returns those that were set, and drains the pipe.
int anwen_signals_take(int mask);
// The signal that asked the process to end, or 0.
int anwen_signals_termination(void);
// SIGTSTP is caught while a line is edited, and has its usual effect otherwise.
void anwen_signals_catch_suspend(bool caught);

// The window's size as the terminal on descriptor 1 states it; 80 by 24 where it does not.
typedef struct {
  int columns, rows;
} anwen_size;
anwen_size anwen_terminal_size(void);

#pragma clang assume_nonnull end
