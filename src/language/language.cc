#include "language/language.h"

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/files.h"
#include "base/hash.h"
#include "base/text.h"
#include "language/parser.h"
#include "language/repair.h"
#include "language/segmenter.h"
#include "language/truecase.h"

namespace herald::language {
namespace {

// Sentences are parsed together until they have this many words: enough to keep the processor busy, little memory.
constexpr size_t kBatch = 1500;

// Behind "new delhi: ", where a passage without capitals begins so; `begin` where it does not.
uint32_t dateline_end(std::string_view text, uint32_t begin) {
  uint32_t at = begin;
  while (at < text.size() && std::isspace(static_cast<unsigned char>(text[at]))) ++at;
  for (uint32_t spaces = 0; at < text.size() && spaces < 3; ++at) {
    if (text[at] == ':') return at + 1 < text.size() && text[at + 1] == ' ' ? at + 1 : begin;
    if (text[at] == ' ')
      ++spaces;
    else if (!std::isalpha(static_cast<unsigned char>(text[at])))
      return begin;
  }
  return begin;
}

// Ranges of the text that no sentence crosses, ascending: between blank lines and the bounds of headline, standfirst and dateline.
std::vector<Span> passages(const Report& report, bool caseless) {
  const std::string& text = report.text;
  const auto size = static_cast<uint32_t>(text.size());
  std::vector<uint32_t> cuts = {0, size};
  for (const auto& span : {report.headline_span, report.standfirst_span, report.dateline_span})
    if (span && span->end <= size) cuts.insert(cuts.end(), {span->begin, span->end});
  uint32_t lines = 0;
  for (uint32_t i = 0; i < size; ++i) {
    if (text[i] == '\n') {
      if (++lines == 2) cuts.push_back(i);
    } else if (!std::isspace(static_cast<unsigned char>(text[i]))) {
      lines = 0;
    }
  }
  if (caseless)
    for (size_t i = 0, n = cuts.size(); i < n; ++i)
      if (const uint32_t end = dateline_end(text, cuts[i]); end > cuts[i]) cuts.push_back(end);
  std::sort(cuts.begin(), cuts.end());
  std::vector<Span> out;
  for (size_t i = 0; i + 1 < cuts.size(); ++i)
    if (cuts[i] < cuts[i + 1]) out.push_back({cuts[i], cuts[i + 1]});
  return out;
}

Error wrong(std::string what, const std::filesystem::path& origin) {
  return {.what = std::move(what),
          .origin = origin.string(),
          .offset = std::nullopt,
          .line = std::nullopt,
          .hint = "take models/ anew from the repository"};
}

// A file that the manifest names, checked against its hash.
Result<base::MappedFile> checked(const std::filesystem::path& folder, const nlohmann::json& manifest, const char* name) {
  Result<base::MappedFile> file = base::MappedFile::open(folder / name);
  if (!file) return file;
  const nlohmann::json hash = manifest.value(nlohmann::json::json_pointer("/files/" + std::string(name)), nlohmann::json());
  if (!hash.is_string()) return wrong("the manifest does not name this file", folder / name);
  if (base::sha256_hex(file->bytes()) != hash.get<std::string>())
    return wrong("the file is not the one that the manifest names: its SHA-256 differs", folder / name);
  return file;
}

}  // namespace

struct Model::Parts {
  explicit Parts(base::MappedFile file) : weights(std::move(file)) {}
  base::MappedFile weights;
  Labels labels;
  Segmenter segmenter;
  Parser parser;
};

struct Workspace::State {
  std::vector<Piece> pieces;
  std::vector<uint32_t> sizes;
  std::vector<std::string_view> words;
  std::vector<std::string> cased;
  SegmenterState segmenter;
  ParserState parser;
};

namespace {

// The words of the sentences that are parsed next, as mixed-case text would write them.
template <typename State>
void recase(State& state) {
  state.cased.clear();
  size_t at = 0;
  for (const uint32_t size : state.sizes)
    for (uint32_t i = 0; i < size; ++i) state.cased.push_back(truecase(state.words[at++], i == 0));
  std::copy(state.cased.begin(), state.cased.end(), state.words.begin());
}

}  // namespace

Model::Model(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Model::Model(Model&&) noexcept = default;
Model& Model::operator=(Model&&) noexcept = default;
Model::~Model() = default;

Workspace::Workspace() : state_(std::make_unique<State>()) {}
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;
Workspace::~Workspace() = default;

Result<Model> Model::load(const std::filesystem::path& folder) {
  Result<std::string> text = base::read_file(folder / "manifest.json");
  if (!text) return text.error();
  const nlohmann::json manifest = nlohmann::json::parse(*text, nullptr, false);
  if (!manifest.is_object()) return wrong("not a manifest: no JSON object", folder / "manifest.json");
  Result<base::MappedFile> labels = checked(folder, manifest, "english.labels.json");
  if (!labels) return labels.error();
  Result<base::MappedFile> weights = checked(folder, manifest, "english.safetensors");
  if (!weights) return weights.error();

  auto parts = std::make_unique<Parts>(std::move(weights).value());
  Result<Labels> parsed = Labels::parse(labels->bytes(), (folder / "english.labels.json").string());
  if (!parsed) return parsed.error();
  parts->labels = std::move(parsed).value();
  Result<Tensors> tensors = Tensors::parse(parts->weights.bytes(), (folder / "english.safetensors").string());
  if (!tensors) return tensors.error();
  Weights for_segmenter(*tensors, "segmenter.");
  Result<Segmenter> segmenter = Segmenter::load(for_segmenter, parts->labels);
  if (!segmenter) return segmenter.error();
  parts->segmenter = std::move(segmenter).value();
  Weights for_parser(*tensors, "parser.");
  Result<Parser> parser = Parser::load(for_parser, parts->labels);
  if (!parser) return parser.error();
  parts->parser = std::move(parser).value();
  return Model(std::move(parts));
}

Analysis analyse(const Report& report, const Model& model, Workspace& workspace) {
  const Model::Parts& parts = *model.parts_;
  Workspace::State& state = *workspace.state_;
  const std::string_view text = report.text;
  const bool caseless = base::is_caseless(text);
  Analysis out;
  size_t parsed = 0;  // pieces before this one are in `out`

  const auto parse = [&] {
    state.words.clear();
    for (size_t i = parsed; i < state.pieces.size(); ++i) state.words.push_back(state.pieces[i].span.in(text));
    if (caseless) recase(state);
    parts.parser.run(state.words, state.sizes, state.parser);
    const auto base = static_cast<uint32_t>(out.tokens.size());
    uint32_t first = base;
    size_t at = 0;
    for (const uint32_t size : state.sizes) {
      const auto number = static_cast<uint32_t>(out.sentences.size());
      const Piece* pieces = state.pieces.data() + parsed + at;
      out.sentences.push_back({.span = cover(pieces[0].span, pieces[size - 1].span), .first = first, .last = first + size});
      for (uint32_t i = 0; i < size; ++i) {
        const ParsedWord& word = state.parser.words[at + i];
        const Tag& tag = parts.labels.tags[word.tag];
        out.tokens.push_back({.span = pieces[i].span,
                              .lemma = word.lemma,
                              .xpos = tag.xpos,
                              .feats = tag.feats,
                              .deprel = parts.labels.relations[word.relation],
                              .head = word.head < 0 ? -1 : static_cast<int32_t>(first) + word.head,
                              .sentence = number,
                              .upos = tag.upos,
                              .joined = pieces[i].joined});
      }
      repair_tree(out.tokens, first, first + size);
      first += size;
      at += size;
    }
    for (Entity entity : state.parser.found) {
      entity.first += base;
      entity.last += base;
      repair_entity(out.tokens, entity);
      entity.span = cover(out.tokens[entity.first].span, out.tokens[entity.last - 1].span);
      out.entities.push_back(entity);
    }
    state.pieces.clear();
    state.sizes.clear();
    parsed = 0;
  };

  state.pieces.clear();
  state.sizes.clear();
  for (const Span& passage : passages(report, caseless)) {
    const size_t first = state.pieces.size();
    tokenize(text, passage, state.pieces);
    parts.segmenter.run(text, state.pieces, first, state.pieces.size(), state.segmenter, state.sizes);
    if (state.pieces.size() >= kBatch) parse();
  }
  if (!state.pieces.empty()) parse();
  return out;
}

}  // namespace herald::language
