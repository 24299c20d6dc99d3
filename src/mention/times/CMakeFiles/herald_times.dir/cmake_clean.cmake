file(REMOVE_RECURSE
  "CMakeFiles/herald_times.dir/anchor.cc.o"
  "CMakeFiles/herald_times.dir/anchor.cc.o.d"
  "CMakeFiles/herald_times.dir/grammar.cc.o"
  "CMakeFiles/herald_times.dir/grammar.cc.o.d"
  "CMakeFiles/herald_times.dir/grammar_amount.cc.o"
  "CMakeFiles/herald_times.dir/grammar_amount.cc.o.d"
  "CMakeFiles/herald_times.dir/grammar_calendar.cc.o"
  "CMakeFiles/herald_times.dir/grammar_calendar.cc.o.d"
  "CMakeFiles/herald_times.dir/grammar_clock.cc.o"
  "CMakeFiles/herald_times.dir/grammar_clock.cc.o.d"
  "CMakeFiles/herald_times.dir/grammar_relative.cc.o"
  "CMakeFiles/herald_times.dir/grammar_relative.cc.o.d"
  "CMakeFiles/herald_times.dir/holidays.cc.o"
  "CMakeFiles/herald_times.dir/holidays.cc.o.d"
  "CMakeFiles/herald_times.dir/resolve.cc.o"
  "CMakeFiles/herald_times.dir/resolve.cc.o.d"
  "CMakeFiles/herald_times.dir/resolve_calendar.cc.o"
  "CMakeFiles/herald_times.dir/resolve_calendar.cc.o.d"
  "CMakeFiles/herald_times.dir/tense.cc.o"
  "CMakeFiles/herald_times.dir/tense.cc.o.d"
  "CMakeFiles/herald_times.dir/times.cc.o"
  "CMakeFiles/herald_times.dir/times.cc.o.d"
  "CMakeFiles/herald_times.dir/value.cc.o"
  "CMakeFiles/herald_times.dir/value.cc.o.d"
  "CMakeFiles/herald_times.dir/vocabulary.cc.o"
  "CMakeFiles/herald_times.dir/vocabulary.cc.o.d"
  "libherald_times.a"
  "libherald_times.pdb"
)

# Per-language clean rules from dependency scanning.
foreach(lang CXX)
  include(CMakeFiles/herald_times.dir/cmake_clean_${lang}.cmake OPTIONAL)
endforeach()
