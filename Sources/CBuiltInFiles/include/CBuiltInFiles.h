#ifndef ANWEN_C_BUILT_IN_FILES_H
#define ANWEN_C_BUILT_IN_FILES_H

#include <stddef.h>

/// A file of the built-in data set; everything it points to lives as long as the process.
typedef struct {
  /// Ends with a NUL.
  const char *name;
  const unsigned char *bytes;
  size_t count;
} AnwenBuiltInFile;

/// How many files there are.
size_t anwen_built_in_file_count(void);

/// A file by its place, or one without name and bytes if `index` is too large.
AnwenBuiltInFile anwen_built_in_file(size_t index);

/// How many chapters the guide has.
size_t anwen_guide_count(void);

/// A chapter of the guide by its place, named without the ending of its file.
AnwenBuiltInFile anwen_guide(size_t index);

#endif
