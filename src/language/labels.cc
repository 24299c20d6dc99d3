#include "language/labels.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/text.h"
#include "language/entities.h"

namespace herald::language {
namespace {

std::optional<Upos> upos_of(std::string_view name) {
  for (int k = 0; k <= static_cast<int>(Upos::VERB); ++k)
    if (name_of(static_cast<Upos>(k)) == name) return static_cast<Upos>(k);
  return std::nullopt;
}

EncoderShape shape_of(const nlohmann::json& json) {
  EncoderShape out;
  out.width = json.at("width").get<size_t>();
  out.dilations = json.at("dilations").get<std::vector<size_t>>();
  out.word = json.at("word").get<size_t>();
  out.prefix = json.at("prefix").get<size_t>();
  out.suffix = json.at("suffix").get<size_t>();
  out.form = json.at("form").get<size_t>();
  out.grams = json.at("grams").get<size_t>();
  out.prefix_rows = json.at("prefix_rows").get<size_t>();
  out.suffix_rows = json.at("suffix_rows").get<size_t>();
  out.form_rows = json.at("form_rows").get<size_t>();
  out.gram_rows = json.at("gram_rows").get<size_t>();
  return out;
}

bool sound(const EncoderShape& s) {
  // A width in whole panels of the kernel, so that no row is filled up.
  return s.width > 0 && s.width % Attention::kHeadWidth == 0 && s.width <= 4096 && s.prefix_rows && s.suffix_rows && s.form_rows &&
         s.gram_rows && std::all_of(s.dilations.begin(), s.dilations.end(), [](size_t d) { return d < 1000; });
}

}  // namespace

Result<Labels> Labels::parse(std::string_view json, const std::string& origin) {
  const auto refuse = [&](const std::string& what) {
    return Error{
        .what = what, .origin = origin, .offset = std::nullopt, .line = std::nullopt, .hint = "take models/ anew from the repository"};
  };
  Labels out;
  std::vector<std::string> tags;
  try {
    const nlohmann::json all = nlohmann::json::parse(json);
    out.vocabulary = all.at("vocabulary").get<std::vector<std::string>>();
    tags = all.at("tags").get<std::vector<std::string>>();
    out.lemmas = all.at("lemmas").get<std::vector<std::string>>();
    out.lexicon.known = all.at("known").get<std::vector<std::string>>();
    out.lexicon.irregular = all.at("irregular").get<std::map<std::string, std::string>>();
    out.relations = all.at("relations").get<std::vector<std::string>>();
    out.segmenter = shape_of(all.at("segmenter"));
    out.segmenter.gaps = 3;
    out.parser = shape_of(all.at("parser"));
    out.begins = all.at("begins").get<float>();
    out.arc = all.at("arc").get<size_t>();
    out.relation = all.at("relation").get<size_t>();
    out.lemma = all.at("lemma").get<size_t>();
    if (all.at("entities").size() != kEntityTags) return refuse("the labels have other entity types than this program");
  } catch (const nlohmann::json::exception& e) {
    return refuse(std::string("not the labels of a language model: ") + e.what());
  }
  for (const std::string& tag : tags) {
    const std::vector<std::string_view> parts = base::split(tag, '|');
    const std::optional<Upos> upos = upos_of(parts[0]);
    if (parts.size() < 3 || !upos) return refuse("tag \"" + tag + "\" is not UPOS|XPOS|FEATS");
    out.tags.push_back({.upos = *upos, .xpos = std::string(parts[1]), .feats = tag.substr(parts[0].size() + parts[1].size() + 2)});
  }
  if (!std::all_of(out.lemmas.begin(), out.lemmas.end(), valid_edit)) return refuse("the labels hold a malformed lemma script");
  const auto root = std::find(out.relations.begin(), out.relations.end(), "root");
  if (root == out.relations.end() || out.relations.size() < 2) return refuse("the labels have no relation \"root\"");
  out.root = static_cast<size_t>(root - out.relations.begin());
  if (out.vocabulary.empty() || out.tags.empty() || out.lemmas.empty()) return refuse("the labels have an empty class");
  if (!std::is_sorted(out.vocabulary.begin(), out.vocabulary.end()) || !std::is_sorted(out.lexicon.known.begin(), out.lexicon.known.end()))
    return refuse("the vocabulary is not ascending");
  if (!sound(out.segmenter) || !sound(out.parser) || !out.arc || !out.relation || !out.lemma)
    return refuse("the labels hold an impossible size");
  return out;
}

}  // namespace herald::language
