file(REMOVE_RECURSE
  "../../language_test"
  "../../language_test.pdb"
  "CMakeFiles/language_test.dir/entities_test.cc.o"
  "CMakeFiles/language_test.dir/entities_test.cc.o.d"
  "CMakeFiles/language_test.dir/features_test.cc.o"
  "CMakeFiles/language_test.dir/features_test.cc.o.d"
  "CMakeFiles/language_test.dir/kernel_test.cc.o"
  "CMakeFiles/language_test.dir/kernel_test.cc.o.d"
  "CMakeFiles/language_test.dir/language_test.cc.o"
  "CMakeFiles/language_test.dir/language_test.cc.o.d"
  "CMakeFiles/language_test.dir/safetensors_test.cc.o"
  "CMakeFiles/language_test.dir/safetensors_test.cc.o.d"
  "CMakeFiles/language_test.dir/spanning_tree_test.cc.o"
  "CMakeFiles/language_test.dir/spanning_tree_test.cc.o.d"
  "CMakeFiles/language_test.dir/tokenizer_test.cc.o"
  "CMakeFiles/language_test.dir/tokenizer_test.cc.o.d"
)

# Per-language clean rules from dependency scanning.
foreach(lang CXX)
  include(CMakeFiles/language_test.dir/cmake_clean_${lang}.cmake OPTIONAL)
endforeach()
