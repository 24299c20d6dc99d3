// gazetteer_compile SOURCES PLACES.yaml OUT: builds gazetteer.bin from the tables of scripts/gazetteer_sources.py. Run by the build.
#include <cstdio>

#include "mention/places/sources.h"

int main(int argc, char** argv) {
  using namespace herald;
  if (argc != 4) {
    std::fprintf(stderr, "usage: gazetteer_compile SOURCES PLACES.yaml OUT\n");
    return 2;
  }
  const Result<places::Codebook> codebook = places::read_codebook(argv[2]);
  if (!codebook) {
    std::fprintf(stderr, "%s\n", codebook.error().message().c_str());
    return 1;
  }
  places::Builder builder;
  Status done = places::add_sources(argv[1], *codebook, builder);
  if (done) done = builder.write(argv[3]);
  if (!done) {
    std::fprintf(stderr, "%s\n", done.error().message().c_str());
    return 1;
  }
  std::printf("gazetteer: %zu places\n", builder.size());
  return 0;
}
