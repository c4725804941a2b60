#include "CBuiltInFiles.h"

// #embed is of C23, and Clang has it in older modes as an extension, with this warning.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char model_anw[] = {
#embed "../../Examples/dizhuang-2024/model.anw"
};
static const unsigned char sections_csv[] = {
#embed "../../Examples/dizhuang-2024/sections.csv"
};
static const unsigned char tasks_csv[] = {
#embed "../../Examples/dizhuang-2024/tasks.csv"
};
static const unsigned char measures_csv[] = {
#embed "../../Examples/dizhuang-2024/measures.csv"
};
static const unsigned char cadences_csv[] = {
#embed "../../Examples/dizhuang-2024/cadences.csv"
};
static const unsigned char targets_csv[] = {
#embed "../../Examples/dizhuang-2024/targets.csv"
};
static const unsigned char leaders_csv[] = {
#embed "../../Examples/dizhuang-2024/leaders.csv"
};
static const unsigned char departments_csv[] = {
#embed "../../Examples/dizhuang-2024/departments.csv"
};
static const unsigned char site_kinds_csv[] = {
#embed "../../Examples/dizhuang-2024/site_kinds.csv"
};
static const unsigned char hazards_named_csv[] = {
#embed "../../Examples/dizhuang-2024/hazards_named.csv"
};
static const unsigned char staff_csv[] = {
#embed "../../Examples/dizhuang-2024/staff.csv"
};
static const unsigned char points_csv[] = {
#embed "../../Examples/dizhuang-2024/points.csv"
};
static const unsigned char pairings_csv[] = {
#embed "../../Examples/dizhuang-2024/pairings.csv"
};
static const unsigned char inspections_csv[] = {
#embed "../../Examples/dizhuang-2024/inspections.csv"
};
static const unsigned char hazards_csv[] = {
#embed "../../Examples/dizhuang-2024/hazards.csv"
};

#define FILE_ENTRY(name, bytes) {name, bytes, sizeof(bytes)}

static const AnwenBuiltInFile files[] = {
    FILE_ENTRY("model.anw", model_anw),
    FILE_ENTRY("sections.csv", sections_csv),
    FILE_ENTRY("tasks.csv", tasks_csv),
    FILE_ENTRY("measures.csv", measures_csv),
    FILE_ENTRY("cadences.csv", cadences_csv),
    FILE_ENTRY("targets.csv", targets_csv),
    FILE_ENTRY("leaders.csv", leaders_csv),
    FILE_ENTRY("departments.csv", departments_csv),
    FILE_ENTRY("site_kinds.csv", site_kinds_csv),
    FILE_ENTRY("hazards_named.csv", hazards_named_csv),
    FILE_ENTRY("staff.csv", staff_csv),
    FILE_ENTRY("points.csv", points_csv),
    FILE_ENTRY("pairings.csv", pairings_csv),
    FILE_ENTRY("inspections.csv", inspections_csv),
    FILE_ENTRY("hazards.csv", hazards_csv),
};

size_t anwen_built_in_file_count(void) { return sizeof(files) / sizeof(files[0]); }

AnwenBuiltInFile anwen_built_in_file(size_t index) {
  if (index < anwen_built_in_file_count()) return files[index];
  return (AnwenBuiltInFile){NULL, NULL, 0};
}

// The chapters of the guide, in the order in which help lists them.
static const unsigned char QueryLanguage_md[] = {
#embed "../Anwen/Anwen.docc/QueryLanguage.md"
};
static const unsigned char Relations_md[] = {
#embed "../Anwen/Anwen.docc/Relations.md"
};
static const unsigned char Analysis_md[] = {
#embed "../Anwen/Anwen.docc/Analysis.md"
};
static const unsigned char Time_md[] = {
#embed "../Anwen/Anwen.docc/Time.md"
};
static const unsigned char ShortForms_md[] = {
#embed "../Anwen/Anwen.docc/ShortForms.md"
};
static const unsigned char Types_md[] = {
#embed "../Anwen/Anwen.docc/Types.md"
};
static const unsigned char Functions_md[] = {
#embed "../Anwen/Anwen.docc/Functions.md"
};
static const unsigned char Stages_md[] = {
#embed "../Anwen/Anwen.docc/Stages.md"
};
static const unsigned char Questions_md[] = {
#embed "../Anwen/Anwen.docc/Questions.md"
};
static const unsigned char Scripts_md[] = {
#embed "../Anwen/Anwen.docc/Scripts.md"
};
static const unsigned char Model_md[] = {
#embed "../Anwen/Anwen.docc/Model.md"
};
static const unsigned char Errors_md[] = {
#embed "../Anwen/Anwen.docc/Errors.md"
};

static const AnwenBuiltInFile guides[] = {
    FILE_ENTRY("QueryLanguage", QueryLanguage_md),
    FILE_ENTRY("Relations", Relations_md),
    FILE_ENTRY("Analysis", Analysis_md),
    FILE_ENTRY("Time", Time_md),
    FILE_ENTRY("ShortForms", ShortForms_md),
    FILE_ENTRY("Types", Types_md),
    FILE_ENTRY("Functions", Functions_md),
    FILE_ENTRY("Stages", Stages_md),
    FILE_ENTRY("Questions", Questions_md),
    FILE_ENTRY("Scripts", Scripts_md),
    FILE_ENTRY("Model", Model_md),
    FILE_ENTRY("Errors", Errors_md),
};

size_t anwen_guide_count(void) { return sizeof(guides) / sizeof(guides[0]); }

AnwenBuiltInFile anwen_guide(size_t index) {
  if (index < anwen_guide_count()) return guides[index];
  return (AnwenBuiltInFile){NULL, NULL, 0};
}
