
# Consider dependencies only in project.
set(CMAKE_DEPENDS_IN_PROJECT_ONLY OFF)

# The set of languages for which implicit dependencies are needed:
set(CMAKE_DEPENDS_LANGUAGES
  )

# The set of dependency files which are needed:
set(CMAKE_DEPENDS_DEPENDENCY_FILES
  "/tmp/times/proj/src/language/attention.cc" "src/language/CMakeFiles/herald_language.dir/attention.cc.o" "gcc" "src/language/CMakeFiles/herald_language.dir/attention.cc.o.d"
  "/tmp/times/proj/src/language/conllu.cc" "src/language/CMakeFiles/herald_language.dir/conllu.cc.o" "gcc" "src/language/CMakeFiles/herald_language.dir/conllu.cc.o.d"
  "/tmp/times/proj/src/language/encoder.cc" "src/language/CMakeFiles/herald_language.dir/encoder.cc.o" "gcc" "src/language/CMakeFiles/herald_language.dir/encoder.cc.o.d"
  "/tmp/times/proj/src/language/entities.cc" "src/language/CMakeFiles/herald_language.dir/entities.cc.o" "gcc" "src/language/CMakeFiles/herald_language.dir/entities.cc.o.d"
  "/tmp/times/proj/src/language/features.cc" "src/language/CMakeFiles/herald_language.dir/features.cc.o" "gcc" "src/language/CMakeFiles/herald_language.dir/features.cc.o.d"
  "/tmp/times/proj/src/language/kernel.cc" "src/language/CMakeFiles/herald_language.dir/kernel.cc.o" "gcc" "src/language/CMakeFiles/herald_language.dir/kernel.cc.o.d"
  "/tmp/times/proj/src/language/labels.cc" "src/language/CMakeFiles/herald_language.dir/labels.cc.o" "gcc" "src/language/CMakeFiles/herald_language.dir/labels.cc.o.d"
  "/tmp/times/proj/src/language/language.cc" "src/language/CMakeFiles/herald_language.dir/language.cc.o" "gcc" "src/language/CMakeFiles/herald_language.dir/language.cc.o.d"
  "/tmp/times/proj/src/language/lemmatizer.cc" "src/language/CMakeFiles/herald_language.dir/lemmatizer.cc.o" "gcc" "src/language/CMakeFiles/herald_language.dir/lemmatizer.cc.o.d"
  "/tmp/times/proj/src/language/parser.cc" "src/language/CMakeFiles/herald_language.dir/parser.cc.o" "gcc" "src/language/CMakeFiles/herald_language.dir/parser.cc.o.d"
  "/tmp/times/proj/src/language/safetensors.cc" "src/language/CMakeFiles/herald_language.dir/safetensors.cc.o" "gcc" "src/language/CMakeFiles/herald_language.dir/safetensors.cc.o.d"
  "/tmp/times/proj/src/language/segmenter.cc" "src/language/CMakeFiles/herald_language.dir/segmenter.cc.o" "gcc" "src/language/CMakeFiles/herald_language.dir/segmenter.cc.o.d"
  "/tmp/times/proj/src/language/spanning_tree.cc" "src/language/CMakeFiles/herald_language.dir/spanning_tree.cc.o" "gcc" "src/language/CMakeFiles/herald_language.dir/spanning_tree.cc.o.d"
  "/tmp/times/proj/src/language/token_rules.cc" "src/language/CMakeFiles/herald_language.dir/token_rules.cc.o" "gcc" "src/language/CMakeFiles/herald_language.dir/token_rules.cc.o.d"
  "/tmp/times/proj/src/language/tokenizer.cc" "src/language/CMakeFiles/herald_language.dir/tokenizer.cc.o" "gcc" "src/language/CMakeFiles/herald_language.dir/tokenizer.cc.o.d"
  )

# Targets to which this target links.
set(CMAKE_TARGET_LINKED_INFO_FILES
  "/tmp/times/proj/src/base/CMakeFiles/herald_base.dir/DependInfo.cmake"
  )

# Fortran module output directory.
set(CMAKE_Fortran_TARGET_MODULE_DIR "")
