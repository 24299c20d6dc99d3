
# Consider dependencies only in project.
set(CMAKE_DEPENDS_IN_PROJECT_ONLY OFF)

# The set of languages for which implicit dependencies are needed:
set(CMAKE_DEPENDS_LANGUAGES
  )

# The set of dependency files which are needed:
set(CMAKE_DEPENDS_DEPENDENCY_FILES
  "/tmp/times/proj/src/language/entities_test.cc" "src/language/CMakeFiles/language_test.dir/entities_test.cc.o" "gcc" "src/language/CMakeFiles/language_test.dir/entities_test.cc.o.d"
  "/tmp/times/proj/src/language/features_test.cc" "src/language/CMakeFiles/language_test.dir/features_test.cc.o" "gcc" "src/language/CMakeFiles/language_test.dir/features_test.cc.o.d"
  "/tmp/times/proj/src/language/kernel_test.cc" "src/language/CMakeFiles/language_test.dir/kernel_test.cc.o" "gcc" "src/language/CMakeFiles/language_test.dir/kernel_test.cc.o.d"
  "/tmp/times/proj/src/language/language_test.cc" "src/language/CMakeFiles/language_test.dir/language_test.cc.o" "gcc" "src/language/CMakeFiles/language_test.dir/language_test.cc.o.d"
  "/tmp/times/proj/src/language/safetensors_test.cc" "src/language/CMakeFiles/language_test.dir/safetensors_test.cc.o" "gcc" "src/language/CMakeFiles/language_test.dir/safetensors_test.cc.o.d"
  "/tmp/times/proj/src/language/spanning_tree_test.cc" "src/language/CMakeFiles/language_test.dir/spanning_tree_test.cc.o" "gcc" "src/language/CMakeFiles/language_test.dir/spanning_tree_test.cc.o.d"
  "/tmp/times/proj/src/language/tokenizer_test.cc" "src/language/CMakeFiles/language_test.dir/tokenizer_test.cc.o" "gcc" "src/language/CMakeFiles/language_test.dir/tokenizer_test.cc.o.d"
  )

# Targets to which this target links.
set(CMAKE_TARGET_LINKED_INFO_FILES
  "/tmp/times/proj/src/language/CMakeFiles/herald_language.dir/DependInfo.cmake"
  "/tmp/times/proj/src/base/CMakeFiles/herald_base.dir/DependInfo.cmake"
  )

# Fortran module output directory.
set(CMAKE_Fortran_TARGET_MODULE_DIR "")
