file(REMOVE_RECURSE
  "../../../numbers_test"
  "../../../numbers_test.pdb"
  "CMakeFiles/numbers_test.dir/numbers_test.cc.o"
  "CMakeFiles/numbers_test.dir/numbers_test.cc.o.d"
)

# Per-language clean rules from dependency scanning.
foreach(lang CXX)
  include(CMakeFiles/numbers_test.dir/cmake_clean_${lang}.cmake OPTIONAL)
endforeach()
