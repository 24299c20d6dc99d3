file(REMOVE_RECURSE
  "../../../times_test"
  "../../../times_test.pdb"
  "CMakeFiles/times_test.dir/anchor_test.cc.o"
  "CMakeFiles/times_test.dir/anchor_test.cc.o.d"
  "CMakeFiles/times_test.dir/times_test.cc.o"
  "CMakeFiles/times_test.dir/times_test.cc.o.d"
  "CMakeFiles/times_test.dir/value_test.cc.o"
  "CMakeFiles/times_test.dir/value_test.cc.o.d"
)

# Per-language clean rules from dependency scanning.
foreach(lang CXX)
  include(CMakeFiles/times_test.dir/cmake_clean_${lang}.cmake OPTIONAL)
endforeach()
