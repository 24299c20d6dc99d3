
# Consider dependencies only in project.
set(CMAKE_DEPENDS_IN_PROJECT_ONLY OFF)

# The set of languages for which implicit dependencies are needed:
set(CMAKE_DEPENDS_LANGUAGES
  )

# The set of dependency files which are needed:
set(CMAKE_DEPENDS_DEPENDENCY_FILES
  "/tmp/times/proj/src/mention/times/anchor.cc" "src/mention/times/CMakeFiles/herald_times.dir/anchor.cc.o" "gcc" "src/mention/times/CMakeFiles/herald_times.dir/anchor.cc.o.d"
  "/tmp/times/proj/src/mention/times/grammar.cc" "src/mention/times/CMakeFiles/herald_times.dir/grammar.cc.o" "gcc" "src/mention/times/CMakeFiles/herald_times.dir/grammar.cc.o.d"
  "/tmp/times/proj/src/mention/times/grammar_amount.cc" "src/mention/times/CMakeFiles/herald_times.dir/grammar_amount.cc.o" "gcc" "src/mention/times/CMakeFiles/herald_times.dir/grammar_amount.cc.o.d"
  "/tmp/times/proj/src/mention/times/grammar_calendar.cc" "src/mention/times/CMakeFiles/herald_times.dir/grammar_calendar.cc.o" "gcc" "src/mention/times/CMakeFiles/herald_times.dir/grammar_calendar.cc.o.d"
  "/tmp/times/proj/src/mention/times/grammar_clock.cc" "src/mention/times/CMakeFiles/herald_times.dir/grammar_clock.cc.o" "gcc" "src/mention/times/CMakeFiles/herald_times.dir/grammar_clock.cc.o.d"
  "/tmp/times/proj/src/mention/times/grammar_relative.cc" "src/mention/times/CMakeFiles/herald_times.dir/grammar_relative.cc.o" "gcc" "src/mention/times/CMakeFiles/herald_times.dir/grammar_relative.cc.o.d"
  "/tmp/times/proj/src/mention/times/holidays.cc" "src/mention/times/CMakeFiles/herald_times.dir/holidays.cc.o" "gcc" "src/mention/times/CMakeFiles/herald_times.dir/holidays.cc.o.d"
  "/tmp/times/proj/src/mention/times/resolve.cc" "src/mention/times/CMakeFiles/herald_times.dir/resolve.cc.o" "gcc" "src/mention/times/CMakeFiles/herald_times.dir/resolve.cc.o.d"
  "/tmp/times/proj/src/mention/times/resolve_calendar.cc" "src/mention/times/CMakeFiles/herald_times.dir/resolve_calendar.cc.o" "gcc" "src/mention/times/CMakeFiles/herald_times.dir/resolve_calendar.cc.o.d"
  "/tmp/times/proj/src/mention/times/tense.cc" "src/mention/times/CMakeFiles/herald_times.dir/tense.cc.o" "gcc" "src/mention/times/CMakeFiles/herald_times.dir/tense.cc.o.d"
  "/tmp/times/proj/src/mention/times/times.cc" "src/mention/times/CMakeFiles/herald_times.dir/times.cc.o" "gcc" "src/mention/times/CMakeFiles/herald_times.dir/times.cc.o.d"
  "/tmp/times/proj/src/mention/times/value.cc" "src/mention/times/CMakeFiles/herald_times.dir/value.cc.o" "gcc" "src/mention/times/CMakeFiles/herald_times.dir/value.cc.o.d"
  "/tmp/times/proj/src/mention/times/vocabulary.cc" "src/mention/times/CMakeFiles/herald_times.dir/vocabulary.cc.o" "gcc" "src/mention/times/CMakeFiles/herald_times.dir/vocabulary.cc.o.d"
  )

# Targets to which this target links.
set(CMAKE_TARGET_LINKED_INFO_FILES
  "/tmp/times/proj/src/mention/numbers/CMakeFiles/herald_numbers.dir/DependInfo.cmake"
  "/tmp/times/proj/src/base/CMakeFiles/herald_base.dir/DependInfo.cmake"
  )

# Fortran module output directory.
set(CMAKE_Fortran_TARGET_MODULE_DIR "")
