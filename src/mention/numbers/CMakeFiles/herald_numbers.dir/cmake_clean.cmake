file(REMOVE_RECURSE
  "CMakeFiles/herald_numbers.dir/lexer.cc.o"
  "CMakeFiles/herald_numbers.dir/lexer.cc.o.d"
  "CMakeFiles/herald_numbers.dir/numbers.cc.o"
  "CMakeFiles/herald_numbers.dir/numbers.cc.o.d"
  "libherald_numbers.a"
  "libherald_numbers.pdb"
)

# Per-language clean rules from dependency scanning.
foreach(lang CXX)
  include(CMakeFiles/herald_numbers.dir/cmake_clean_${lang}.cmake OPTIONAL)
endforeach()
