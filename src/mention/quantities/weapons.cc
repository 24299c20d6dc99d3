#include "mention/quantities/weapons.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>

#include "base/yaml.h"

namespace herald::quantities {
namespace {

using numbers::Shape;
using numbers::Word;

const std::map<std::string, WeaponType, std::less<>> kTypes = {
    {"weapon", WeaponType::weapon}, {"platform", WeaponType::platform}, {"vehicle", WeaponType::vehicle}};

bool plural_of(std::string_view word, std::string_view singular) {
  if (word.size() <= singular.size()) return false;
  if (word.substr(0, singular.size()) == singular) return word.substr(singular.size()) == "s" || word.substr(singular.size()) == "es";
  return singular.back() == 'y' && word == std::string(singular.substr(0, singular.size() - 1)) + "ies";
}

bool holds(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// A lexicon's list of words or sentences, which may be missing.
}  // namespace

// Fills a lexicon from YAML; yaml-cpp's exceptions stop at Weapons::load.
class WeaponsLoader {
 public:
  explicit WeaponsLoader(Weapons& out) : out_(out) {}

  void read(const YAML::Node& root) {
    for (const YAML::Node& node : root["weapons"]) {
      Weapons::Entry entry;
      entry.weapon.name = node["name"].as<std::string>();
      const auto type = kTypes.find(node["type"].as<std::string>());
      if (type == kTypes.end()) throw YAML::Exception(node.Mark(), "unknown type of weapon");
      entry.weapon.type = type->second;
      entry.weapon.means = node["means"].as<std::string>("");
      entry.unless_after = base::strings(node["unless_after"]);
      entry.unless_before = base::strings(node["unless_before"]);
      entry.must = base::strings(node["codes"]);
      entry.never = base::strings(node["not"]);
      add(entry.weapon.name, node);
      for (const std::string& alias : base::strings(node["aliases"])) add(alias, node);
      out_.entries_.push_back(std::move(entry));
    }
    for (auto& [first, list] : out_.by_first_)
      std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
  }

 private:
  void add(const std::string& text, const YAML::Node& node) {
    Weapons::Alias alias;
    alias.entry = out_.entries_.size();
    for (const Word& w : numbers::lex(text, {0, static_cast<uint32_t>(text.size())})) {
      if (w.text == "-") continue;
      alias.words.push_back(w.text);
      alias.capital.push_back(w.capital);
    }
    if (alias.words.empty()) throw YAML::Exception(node.Mark(), "empty name of a weapon");
    auto& list = out_.by_first_[alias.words.front()];
    for (const auto& other : list)
      if (other.words == alias.words) throw YAML::Exception(node.Mark(), "\"" + text + "\" stands in two entries");
    list.push_back(std::move(alias));
  }

  Weapons& out_;
};

Result<Weapons> Weapons::load(const std::filesystem::path& file) {
  return base::read_yaml<Weapons>(file, "see docs/codebook.md", [](const YAML::Node& root) {
    Weapons out;
    WeaponsLoader(out).read(root);
    return out;
  });
}

Weapons::Match Weapons::match(const std::vector<Word>& words, size_t at) const {
  const auto try_list = [&](std::string_view first) -> Match {
    const auto list = by_first_.find(first);
    if (list == by_first_.end()) return {};
    for (const Alias& alias : list->second) {
      size_t i = at;
      bool all = true;
      for (size_t k = 0; k < alias.words.size() && all; ++k, ++i) {
        if (k > 0 && i + 1 < words.size() && words[i].text == "-") ++i;
        // "A-10" is no "a 10".
        const bool designation = k == 1 && alias.words[0].size() == 1 && alias.words[1].front() >= '0' && alias.words[1].front() <= '9';
        if (designation && (i >= words.size() || words[i].space_before)) {
          all = false;
          break;
        }
        all = i < words.size() && (!alias.capital[k] || words[i].capital) &&
              (words[i].text == alias.words[k] || (k + 1 == alias.words.size() && plural_of(words[i].text, alias.words[k])));
      }
      if (!all) continue;
      if (i < words.size() && words[i - 1].shape == Shape::digits && words[i].text == "s" && !words[i].space_before) ++i;  // "AK-47s"
      const Entry& entry = entries_[alias.entry];
      if (i == at + 1) {
        if (at > 0 && holds(entry.unless_after, words[at - 1].text)) continue;
        if (i < words.size() && holds(entry.unless_before, words[i].text)) continue;
      }
      return {.begin = at, .end = i, .entry = &entry};
    }
    return {};
  };
  Match best = try_list(words[at].text);
  // The plural of a one-word name begins another list: "tanks" is kept under "tank".
  const std::string& text = words[at].text;
  for (const std::string& singular : {text.substr(0, text.size() - 1), text.size() > 2 ? text.substr(0, text.size() - 2) : std::string(),
                                      text.size() > 3 ? text.substr(0, text.size() - 3) + "y" : std::string()}) {
    if (best.entry || !plural_of(text, singular.empty() ? text : singular)) continue;
    best = try_list(singular);
  }
  return best;
}

std::vector<Mention> find_weapons(const Report& report, const Analysis& analysis, const Weapons& codebook) {
  std::vector<Mention> out;
  for (uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    const Sentence& sentence = analysis.sentences[s];
    const auto words = numbers::lex(report.text, sentence.span);
    for (size_t at = 0; at < words.size();) {
      const Weapons::Match m = codebook.match(words, at);
      if (!m.entry) {
        ++at;
        continue;
      }
      const size_t begin = at;
      at = m.end;
      const uint32_t last = std::clamp(analysis.token_at(words[m.end - 1].span.begin), sentence.first, sentence.last - 1);
      const Token& token = analysis.tokens[last];
      if (m.end == begin + 1) {
        if (token.upos == Upos::VERB || token.upos == Upos::AUX || token.upos == Upos::PRON) continue;
        // A common noun in capitals in the midst of a sentence is part of a name.
        const bool lower_name =
            m.entry->weapon.name.front() >= 'a' && m.entry->weapon.name.front() <= 'z' && words[begin].text == m.entry->weapon.name;
        if (lower_name && begin > 0 && words[begin].capital && !words[begin].all_capitals && words[begin - 1].shape != Shape::mark)
          continue;
      }
      Mention mention;
      mention.span = {words[begin].span.begin, words[m.end - 1].span.end};
      mention.sentence = s;
      mention.first = std::clamp(analysis.token_at(mention.span.begin), sentence.first, sentence.last - 1);
      mention.last = last + 1;
      mention.head = last;
      mention.form = MentionForm::nominal;
      mention.what = m.entry->weapon;
      out.push_back(std::move(mention));
    }
  }
  return out;
}

std::vector<std::string> check(const Weapons& codebook) {
  std::vector<std::string> wrong;
  const auto finds = [&](const std::string& sentence, const std::string& name) {
    const auto words = numbers::lex(sentence, {0, static_cast<uint32_t>(sentence.size())});
    Report report;
    report.text = sentence;
    Analysis analysis;
    for (const Word& w : words) {
      Token t;
      t.span = w.span;
      analysis.tokens.push_back(std::move(t));
    }
    analysis.sentences.push_back(
        {.span = {0, static_cast<uint32_t>(sentence.size())}, .first = 0, .last = static_cast<uint32_t>(analysis.tokens.size())});
    const auto found = find_weapons(report, analysis, codebook);
    return std::any_of(found.begin(), found.end(), [&](const Mention& m) { return m.as<Weapon>()->name == name; });
  };
  for (const Weapons::Entry& entry : codebook.entries()) {
    const std::string& name = entry.weapon.name;
    if (!finds(name, name)) wrong.push_back("weapons." + name + ": is not found by its own name");
    for (const std::string& sentence : entry.must)
      if (!finds(sentence, name)) wrong.push_back("weapons." + name + ": not found in \"" + sentence + "\"");
    for (const std::string& sentence : entry.never)
      if (finds(sentence, name)) wrong.push_back("weapons." + name + ": found in \"" + sentence + "\"");
  }
  return wrong;
}

}  // namespace herald::quantities
