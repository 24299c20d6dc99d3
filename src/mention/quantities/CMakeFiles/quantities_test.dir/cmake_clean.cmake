file(REMOVE_RECURSE
  "../../../quantities_test"
  "../../../quantities_test.pdb"
  "CMakeFiles/quantities_test.dir/quantities_test.cc.o"
  "CMakeFiles/quantities_test.dir/quantities_test.cc.o.d"
  "CMakeFiles/quantities_test.dir/weapons_test.cc.o"
  "CMakeFiles/quantities_test.dir/weapons_test.cc.o.d"
)

# Per-language clean rules from dependency scanning.
foreach(lang CXX)
  include(CMakeFiles/quantities_test.dir/cmake_clean_${lang}.cmake OPTIONAL)
endforeach()
