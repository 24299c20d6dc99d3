// The read-only resources of all stages.
#pragma once

#include <filesystem>

#include "claim/codebook.h"
#include "claim/learned.h"
#include "herald/result.h"
#include "language/language.h"
#include "mention/mentions.h"
#include "voice/cues.h"

namespace herald::pipeline {

// Immutable once loaded; shared by all threads.
struct Resources {
  language::Model language;
  mention::Resources mention;
  voice::Cues cues;
  claim::Codebook codebook;
  claim::Learned learned;

  // From the data folder (base::data_folder): models/, codebook/, gazetteer.bin.
  [[nodiscard]] static Result<Resources> load(const std::filesystem::path& data);
};

}  // namespace herald::pipeline
