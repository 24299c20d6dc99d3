#include "mention/actors/focus.h"

#include "base/text.h"

namespace herald::actors {
namespace {

// A place that events happen at tells more than the home of an army that may be abroad. Units: one literal place.
constexpr double kStateName = 0.8;
constexpr double kCapital = 0.6;
constexpr double kAdjective = 0.4;
constexpr double kGroup = 0.4;
constexpr double kDateline = 2.0;
constexpr double kOutlet = 0.1;
// How much more the sentence itself and the one before count than the rest of the report.
constexpr double kSentence = 3.0;
constexpr double kBefore = 1.0;

double weight_of(How how) {
  switch (how) {
    case How::adjective:
    case How::people:
      return kAdjective;
    case How::capital:
      return kCapital;
    default:
      return kStateName;
  }
}

// Countries of the names in a phrase outside the text: a dateline, an outlet.
void add_phrase(const Registry& registry, std::string_view phrase, double weight, std::map<std::string, double>& out) {
  const std::string folded = base::fold(phrase);
  const std::vector<std::string_view> words = base::split(folded, ' ');
  for (size_t first = 0; first < words.size(); ++first)
    for (size_t n = words.size() - first; n > 0; --n) {
      std::string key(words[first]);
      for (size_t i = 1; i < n; ++i) key += " " + std::string(words[first + i]);
      const std::vector<NameHit>* hits = registry.named(key);
      if (!hits || hits->front().cased) continue;
      const ActorEntry& entry = registry.entry(hits->front().entry);
      const bool agency = entry.kind == ActorKind::agency;  // "(Reuters)" says nothing of the place
      if (!entry.countries.empty() && !agency) out[entry.countries.front()] += weight;
      first += n - 1;
      break;
    }
}

}  // namespace

Focus::Focus(const Describer& describer, const std::vector<Mention>& places) : sentences_(describer.words().analysis.sentences.size()) {
  const Words& words = describer.words();
  const Registry& registry = describer.registry();
  const auto add = [&](uint32_t sentence, const std::string& country, double weight) {
    if (country.empty()) return;
    report_[country] += weight;
    sentences_[sentence][country] += weight;
  };
  std::vector<bool> placed(words.analysis.tokens.size(), false);
  for (const Mention& mention : places) {
    const Place* place = mention.as<Place>();
    if (!place || place->country.empty()) continue;
    add(mention.sentence, place->country, place->use == PlaceUse::literal ? 1.0 : kAdjective);
    for (uint32_t t = mention.first; t < mention.last; ++t) placed[t] = true;
  }
  for (const NameMatch& match : describer.matches()) {
    if (placed[match.first]) continue;
    const NameHit& hit = match.hits.front();
    const ActorEntry& entry = registry.entry(hit.entry);
    const uint32_t sentence = words.token(match.first).sentence;
    if (entry.kind == ActorKind::state) {
      // One adjective for several states ("Congolese") says nothing of which.
      size_t states = 0;
      for (const NameHit& other : match.hits)
        states += other.how == hit.how && registry.entry(other.entry).country() != entry.country() ? 1 : 0;
      if (states == 0) add(sentence, entry.countries.front(), weight_of(hit.how));
    } else if (!entry.countries.empty() && entry.kind != ActorKind::agency && entry.kind != ActorKind::newspaper &&
               entry.kind != ActorKind::broadcaster && entry.kind != ActorKind::international && entry.kind != ActorKind::monitor &&
               entry.kind != ActorKind::ngo) {
      for (const std::string& country : entry.countries) add(sentence, country, kGroup / static_cast<double>(entry.countries.size()));
    }
  }
  add_phrase(registry, words.report.dateline, kDateline, report_);
  add_phrase(registry, words.report.outlet, kOutlet, report_);
}

double Focus::weight(const std::string& country, uint32_t sentence) const {
  const auto in = [&](const std::map<std::string, double>& weights) {
    const auto at = weights.find(country);
    return at == weights.end() ? 0.0 : at->second;
  };
  double out = in(report_) + kSentence * in(sentences_[sentence]);
  if (sentence > 0) out += kBefore * in(sentences_[sentence - 1]);
  return out;
}

std::string Focus::country_at(uint32_t sentence) const {
  std::string best;
  double most = 0;
  for (const auto& [country, total] : report_)
    if (const double w = weight(country, sentence); w > most) {
      most = w;
      best = country;
    }
  return best;
}

}  // namespace herald::actors
