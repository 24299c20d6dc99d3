// Report -> Analysis: sentences, words, tags, lemmas, Universal Dependencies, entities. Start here.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "herald/analysis.h"
#include "herald/report.h"
#include "herald/result.h"

namespace herald::language {

class Workspace;

// The trained networks. Immutable once loaded: one is shared by all threads.
class Model {
 public:
  // Reads models/ as train/run writes it: manifest.json names the files and their SHA-256; a file that does not have it is refused.
  [[nodiscard]] static Result<Model> load(const std::filesystem::path& folder);

  Model(Model&&) noexcept;
  Model& operator=(Model&&) noexcept;
  ~Model();

 private:
  struct Parts;
  explicit Model(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
  friend Analysis analyse(const Report& report, const Model& model, Workspace& workspace);
};

// Scratch of one thread; may serve any number of reports and models' calls in turn, but one at a time. Results do not depend on what it
// served before.
class Workspace {
 public:
  Workspace();
  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;
  ~Workspace();

 private:
  struct State;
  std::unique_ptr<State> state_;
  friend Analysis analyse(const Report& report, const Model& model, Workspace& workspace);
};

// Analyses report.text, which must be valid UTF-8. Blank lines, the headline, the standfirst and the dateline bound sentences. Memory
// beyond the result is bounded by the longest paragraph.
[[nodiscard]] Analysis analyse(const Report& report, const Model& model, Workspace& workspace);

// CoNLL-U: `# newdoc id`, `# sent_id`, `# text`; multiword tokens as ranges; SpaceAfter=No.
[[nodiscard]] std::string to_conllu(const Report& report, const Analysis& analysis);

}  // namespace herald::language
