#include "pipeline/resources.h"

#include <utility>

namespace herald::pipeline {

Result<Resources> Resources::load(const std::filesystem::path& data) {
  auto language = language::Model::load(data / "models");
  if (!language) return language.error();
  auto mention = mention::Resources::load(data);
  if (!mention) return mention.error();
  auto cues = voice::Cues::load(data / "codebook/voice.yaml");
  if (!cues) return cues.error();
  auto codebook = claim::Codebook::load(data / "codebook");
  if (!codebook) return codebook.error();
  auto learned = claim::Learned::load(data / "models");
  if (!learned) return learned.error();
  return Resources{std::move(*language), std::move(*mention), std::move(*cues), std::move(*codebook), std::move(*learned)};
}

}  // namespace herald::pipeline
