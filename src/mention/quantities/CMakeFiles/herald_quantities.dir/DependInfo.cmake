
# Consider dependencies only in project.
set(CMAKE_DEPENDS_IN_PROJECT_ONLY OFF)

# The set of languages for which implicit dependencies are needed:
set(CMAKE_DEPENDS_LANGUAGES
  )

# The set of dependency files which are needed:
set(CMAKE_DEPENDS_DEPENDENCY_FILES
  "/tmp/times/proj/src/mention/quantities/codebook.cc" "src/mention/quantities/CMakeFiles/herald_quantities.dir/codebook.cc.o" "gcc" "src/mention/quantities/CMakeFiles/herald_quantities.dir/codebook.cc.o.d"
  "/tmp/times/proj/src/mention/quantities/quantities.cc" "src/mention/quantities/CMakeFiles/herald_quantities.dir/quantities.cc.o" "gcc" "src/mention/quantities/CMakeFiles/herald_quantities.dir/quantities.cc.o.d"
  "/tmp/times/proj/src/mention/quantities/unit.cc" "src/mention/quantities/CMakeFiles/herald_quantities.dir/unit.cc.o" "gcc" "src/mention/quantities/CMakeFiles/herald_quantities.dir/unit.cc.o.d"
  "/tmp/times/proj/src/mention/quantities/weapons.cc" "src/mention/quantities/CMakeFiles/herald_quantities.dir/weapons.cc.o" "gcc" "src/mention/quantities/CMakeFiles/herald_quantities.dir/weapons.cc.o.d"
  )

# Targets to which this target links.
set(CMAKE_TARGET_LINKED_INFO_FILES
  "/tmp/times/proj/src/mention/times/CMakeFiles/herald_times.dir/DependInfo.cmake"
  "/tmp/times/proj/src/mention/numbers/CMakeFiles/herald_numbers.dir/DependInfo.cmake"
  "/tmp/times/proj/src/base/CMakeFiles/herald_base.dir/DependInfo.cmake"
  )

# Fortran module output directory.
set(CMAKE_Fortran_TARGET_MODULE_DIR "")
