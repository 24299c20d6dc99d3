# CMake generated Testfile for 
# Source directory: /tmp/times/proj/src/mention/times
# Build directory: /tmp/times/proj/src/mention/times
# 
# This file includes the relevant testing commands required for 
# testing this directory and lists subdirectories to be tested as well.
add_test([=[times]=] "/tmp/times/proj/times_test")
set_tests_properties([=[times]=] PROPERTIES  _BACKTRACE_TRIPLES "/tmp/times/proj/cmake/HeraldLayer.cmake;20;add_test;/tmp/times/proj/src/mention/times/CMakeLists.txt;1;herald_layer;/tmp/times/proj/src/mention/times/CMakeLists.txt;0;")
