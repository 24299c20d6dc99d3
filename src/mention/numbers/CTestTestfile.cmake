# CMake generated Testfile for 
# Source directory: /tmp/times/proj/src/mention/numbers
# Build directory: /tmp/times/proj/src/mention/numbers
# 
# This file includes the relevant testing commands required for 
# testing this directory and lists subdirectories to be tested as well.
add_test([=[numbers]=] "/tmp/times/proj/numbers_test")
set_tests_properties([=[numbers]=] PROPERTIES  _BACKTRACE_TRIPLES "/tmp/times/proj/cmake/HeraldLayer.cmake;20;add_test;/tmp/times/proj/src/mention/numbers/CMakeLists.txt;1;herald_layer;/tmp/times/proj/src/mention/numbers/CMakeLists.txt;0;")
