#define _GNU_SOURCE
#include "CEditShim.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

static atomic_int flags;
static atomic_int termination;
static int wake[2] = {-1, -1};

// Lock-free atomics and write(2) only: all that may run between any two instructions.
static void note(int signal) {
  int saved = errno;
  int flag = ANWEN_SIGNAL_TERMINATE;
  switch (signal) {
  case SIGINT: flag = ANWEN_SIGNAL_INTERRUPT; break;
  case SIGWINCH: flag = ANWEN_SIGNAL_RESIZE; break;
  case SIGCONT: flag = ANWEN_SIGNAL_CONTINUE; break;
  case SIGTSTP: flag = ANWEN_SIGNAL_SUSPEND; break;
  default: atomic_store(&termination, signal); break;
  }
  atomic_fetch_or(&flags, flag);
  ssize_t written = write(wake[1], "", 1);  // a full pipe wakes just as well
  (void)written;
  errno = saved;
}

// Without SA_RESTART: a blocking call must return, so that the flag is looked at.
static void catch_signal(int signal) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note;
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, NULL);
}

// nohup and the like: what the parent had ignored stays ignored.
static void catch_unless_ignored(int signal) {
  struct sigaction before;
  if (sigaction(signal, NULL, &before) == 0 && before.sa_handler == SIG_IGN) return;
  catch_signal(signal);
}

int anwen_signals_install(void) {
  if (wake[0] >= 0) return wake[0];
  if (pipe2(wake, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
  catch_signal(SIGINT);
  catch_signal(SIGWINCH);
  catch_signal(SIGCONT);
  catch_unless_ignored(SIGTERM);
  catch_unless_ignored(SIGHUP);
  return wake[0];
}

int anwen_signals_peek(void) { return atomic_load(&flags); }

int anwen_signals_take(int mask) {
  char bytes[64];
  while (wake[0] >= 0 && read(wake[0], bytes, sizeof bytes) > 0) {}
  return atomic_fetch_and(&flags, ~mask) & mask;
}

int anwen_signals_termination(void) { return atomic_load(&termination); }

void anwen_signals_catch_suspend(bool caught) {
  struct sigaction before;
  if (sigaction(SIGTSTP, NULL, &before) == 0 && before.sa_handler == SIG_IGN) return;
  if (caught)
    catch_signal(SIGTSTP);
  else
    signal(SIGTSTP, SIG_DFL);
}
