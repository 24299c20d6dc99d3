
# Consider dependencies only in project.
set(CMAKE_DEPENDS_IN_PROJECT_ONLY OFF)

# The set of languages for which implicit dependencies are needed:
set(CMAKE_DEPENDS_LANGUAGES
  )

# The set of dependency files which are needed:
set(CMAKE_DEPENDS_DEPENDENCY_FILES
  "/tmp/times/proj/src/mention/times/anchor_test.cc" "src/mention/times/CMakeFiles/times_test.dir/anchor_test.cc.o" "gcc" "src/mention/times/CMakeFiles/times_test.dir/anchor_test.cc.o.d"
  "/tmp/times/proj/src/mention/times/times_test.cc" "src/mention/times/CMakeFiles/times_test.dir/times_test.cc.o" "gcc" "src/mention/times/CMakeFiles/times_test.dir/times_test.cc.o.d"
  "/tmp/times/proj/src/mention/times/value_test.cc" "src/mention/times/CMakeFiles/times_test.dir/value_test.cc.o" "gcc" "src/mention/times/CMakeFiles/times_test.dir/value_test.cc.o.d"
  )

# Targets to which this target links.
set(CMAKE_TARGET_LINKED_INFO_FILES
  "/tmp/times/proj/src/mention/times/CMakeFiles/herald_times.dir/DependInfo.cmake"
  "/tmp/times/proj/src/mention/numbers/CMakeFiles/herald_numbers.dir/DependInfo.cmake"
  "/tmp/times/proj/src/base/CMakeFiles/herald_base.dir/DependInfo.cmake"
  )

# Fortran module output directory.
set(CMAKE_Fortran_TARGET_MODULE_DIR "")
