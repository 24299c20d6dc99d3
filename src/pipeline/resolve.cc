#include "pipeline/resolve.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "mention/mentions.h"

namespace herald::pipeline {
namespace {

bool open(const std::optional<Party>& party) {
  return party && party->ref.empty();
}
bool open(const std::optional<ClaimPlace>& place) {
  return place && !place->place.at;
}

bool anything_open(const Claim& c) {
  return open(c.place) || open(c.by) || open(c.holder) || open(c.from) || open(c.target) || open(c.victims) ||
         std::any_of(c.with.begin(), c.with.end(), [](const Party& p) { return p.ref.empty(); }) ||
         std::any_of(c.source.begin(), c.source.end(), [](const Voice& v) { return v.ref.empty(); });
}

// The key under which words are compared: folded, without a leading article.
std::string key_of(std::string_view words) {
  std::string folded = base::fold(words);
  for (const std::string_view article : {"the ", "a ", "an "})
    if (folded.rfind(article, 0) == 0) return folded.substr(article.size());
  return folded;
}

// Whether the mention stands for what `key` names: in just these words, by its resolved name, or (a place named outright) as "the city of
// Aleppo" for "Aleppo".
bool stands_for(const std::string& key, const std::string& words, const Actor& actor) {
  return key == words || key == key_of(actor.name);
}
bool stands_for(const std::string& key, const std::string& words, const Place& place) {
  return key == words || key == key_of(place.name) ||
         (place.method == PlaceMethod::named && (' ' + words + ' ').find(' ' + key + ' ') != std::string::npos);
}

bool resolved(const Actor& actor) {
  return !actor.ref.empty();
}
bool resolved(const Place& place) {
  return place.at.has_value();
}

// The resolved mention of kind T that stands for these words and lies nearest to the claim; nullptr where there is none.
template <typename T>
const T* named(const CodedReport& coded, const Claim& claim, const std::string& words) {
  const std::string key = key_of(words);
  if (key.empty()) return nullptr;
  const T* best = nullptr;
  uint32_t nearest = 0;
  for (const Mention& m : coded.mentions) {
    const T* what = m.as<T>();
    if (!what || !resolved(*what) || !stands_for(key, key_of(m.span.in(coded.report.text)), *what)) continue;
    const uint32_t away = m.span.begin > claim.trigger.begin ? m.span.begin - claim.trigger.begin : claim.trigger.begin - m.span.begin;
    if (best && away >= nearest) continue;
    best = what;
    nearest = away;
  }
  return best;
}

class Resolver {
 public:
  Resolver(const CodedReport& coded, Claim& claim) : coded_(coded), claim_(claim) {}

  void place() {
    if (!open(claim_.place)) return;
    Place& own = claim_.place->place;
    const Place* found = named<Place>(coded_, claim_, own.name);
    if (!found) return;
    const PlaceMethod method = own.method;
    own = *found;
    if (own.method == PlaceMethod::named) own.method = method;
  }
  void party(std::optional<Party>& p) {
    if (p) party(*p);
  }
  void party(Party& p) { actor(p.text, p.name, p.ref); }
  void voice(Voice& v) { actor(v.name, v.name, v.ref); }

 private:
  void actor(const std::string& words, std::string& name, std::string& ref) {
    if (!ref.empty()) return;
    const Actor* found = named<Actor>(coded_, claim_, words);
    if (!found) return;
    ref = found->ref;
    name = found->name;
  }

  const CodedReport& coded_;
  Claim& claim_;
};

}  // namespace

void resolve(CodedReport& coded, const Resources& resources, language::Workspace& workspace) {
  if (std::none_of(coded.claims.begin(), coded.claims.end(), anything_open)) return;
  if (coded.mentions.empty()) {
    const Analysis analysis = language::analyse(coded.report, resources.language, workspace);
    coded.mentions = mention::find_mentions(coded.report, analysis, resources.mention);
  }
  for (Claim& c : coded.claims) {
    Resolver r(coded, c);
    r.place();
    for (auto* p : {&c.by, &c.holder, &c.from, &c.target, &c.victims}) r.party(*p);
    for (Party& p : c.with) r.party(p);
    for (Voice& v : c.source) r.voice(v);
  }
}

}  // namespace herald::pipeline
