#include "claim/judge.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "base/files.h"
#include "herald/names.h"

namespace herald::claim {
namespace {

constexpr uint32_t kHead = 3;  // sentences that say what a report is about

bool says_something(Upos u) {
  return u == Upos::NOUN || u == Upos::VERB || u == Upos::ADJ || u == Upos::ADV || u == Upos::AUX;
}

std::string_view value_of(const Claim& c) {
  if (c.harm) return name_of(*c.harm);
  if (c.state) return name_of(*c.state);
  return name_of(c.kind);
}

std::string size_of(const Quantity& q) {
  const int64_t n = q.low ? *q.low : q.high.value_or(0);
  std::string out = n <= 1 ? "1" : n < 10 ? "2-9" : n < 100 ? "10-99" : n < 1000 ? "100-999" : "1000+";
  if (q.vague) out += " vague";
  if (q.low != q.high) out += " open";
  return out;
}

std::string age_of(const Reading& r, const Claim& c) {
  if (!c.date) return "none";
  std::string out = c.date->inherited ? "inherited" : "stated";
  const auto published = r.report.published;
  if (!published || !c.date->period.start) return out;
  const auto days = (published->day() - *c.date->period.start).count();
  return out + (days < 0 ? " ahead" : days <= 1 ? " new" : days <= 7 ? " week" : days <= 31 ? " month" : " old");
}

class Collector {
 public:
  Collector(const Reading& r, const std::vector<Gathered>& claims) : r_(r), claims_(claims) {
    const auto n = static_cast<uint32_t>(r_.analysis.sentences.size());
    for (uint32_t s = 0; s < std::min(n, kHead); ++s)
      for (const std::string& w : words(s)) head_.insert("head:" + w);
    // A report that tells much harm and violence is of a conflict.
    for (const ClaimType type : {ClaimType::casualties, ClaimType::control, ClaimType::violence}) {
      const auto told = std::count_if(claims_.begin(), claims_.end(), [&](const Gathered& g) { return g.claim.type == type; });
      head_.insert(std::string(name_of(type)) + " of the report:" +
                   (told < 2   ? std::to_string(told)
                    : told < 4 ? "2-3"
                    : told < 8 ? "4-7"
                               : "8+"));
    }
  }

  [[nodiscard]] Features of(size_t k) const {
    const Claim& c = claims_[k].claim;
    std::set<std::string> out(head_);
    for (const std::string& w : words(c.sentence)) out.insert("word:" + w);
    const TokenId t = r_.analysis.token_at(c.trigger.begin);
    if (t < r_.analysis.tokens.size()) trigger(t, out);
    out.insert("value:" + std::string(value_of(c)));
    out.insert("rule:" + c.rule);
    out.insert("date:" + age_of(r_, c));
    out.insert("place:" + (c.place ? std::string(name_of(c.place->place.method)) : "none"));
    out.insert(c.by ? c.by->ref.empty() ? "by:described" : "by:known" : "by:none");
    out.insert("voices:" + std::to_string(std::min<size_t>(c.source.size(), 2)));
    if (c.type == ClaimType::casualties) {
      out.insert("figure:" + size_of(c.figure));
      out.insert("party:" + std::string(name_of(c.party)));
      if (c.victims && c.victims->span) out.insert("victims:" + r_.lower(last_token(*c.victims->span)));
      if (c.cumulative) out.insert("cumulative");
      if (claims_[k].whole) out.insert("part");
    }
    if (c.target) out.insert("target:" + std::string(c.target->ref.empty() ? "described" : "known"));
    if (c.holder) out.insert("holder:" + std::string(c.holder->ref.empty() ? "described" : "known"));
    place_in_report(k, out);
    return {out.begin(), out.end()};
  }

 private:
  [[nodiscard]] std::set<std::string> words(uint32_t sentence) const {
    std::set<std::string> out;
    const Sentence& s = r_.analysis.sentences[sentence];
    for (TokenId t = s.first; t < s.last; ++t)
      if (says_something(r_.token(t).upos)) out.insert(r_.lemma(t));
    return out;
  }

  [[nodiscard]] TokenId last_token(const Span& span) const { return r_.analysis.token_at(span.end - 1); }

  void trigger(TokenId t, std::set<std::string>& out) const {
    out.insert("trigger:" + r_.lemma(t));
    out.insert("relation:" + r_.token(t).deprel);
    out.insert("tag:" + r_.token(t).xpos);
    if (r_.token(t).head >= 0) out.insert("under:" + r_.lemma(static_cast<TokenId>(r_.token(t).head)));
    for (const TokenId c : r_.children(t)) {
      out.insert("has:" + r_.token(c).deprel);
      if (says_something(r_.token(c).upos)) out.insert(r_.token(c).deprel + ":" + r_.lemma(c));
    }
  }

  // How often the report has told the like before, and how far down this stands.
  void place_in_report(size_t k, std::set<std::string>& out) const {
    const Claim& c = claims_[k].claim;
    int before = 0;
    for (size_t i = 0; i < claims_.size(); ++i) {
      const Claim& o = claims_[i].claim;
      if (i == k || o.type != c.type || value_of(o) != value_of(c)) continue;
      const bool earlier = o.trigger.begin < c.trigger.begin;
      before += earlier;
      if (c.type != ClaimType::casualties) continue;
      if (o.figure.low == c.figure.low && o.figure.high == c.figure.high) out.insert(earlier ? "same figure before" : "same figure behind");
      if (o.figure.low.value_or(0) > c.figure.low.value_or(0)) out.insert("smaller");
      if (o.sentence == c.sentence) out.insert("another in the sentence");
    }
    out.insert("told before:" + std::to_string(std::min(before, 4)));
    out.insert("sentence:" + std::to_string(std::min<uint32_t>(c.sentence, 12) / 3));
  }

  const Reading& r_;
  const std::vector<Gathered>& claims_;
  std::set<std::string> head_;
};

}  // namespace

std::vector<Features> features_of(const Reading& reading, const std::vector<Gathered>& claims) {
  const Collector collector(reading, claims);
  std::vector<Features> out;
  out.reserve(claims.size());
  for (size_t k = 0; k < claims.size(); ++k) out.push_back(collector.of(k));
  return out;
}

Result<Judge> Judge::load(const std::filesystem::path& file) {
  const auto text = base::read_file(file);
  if (!text) return text.error();
  Judge out;
  try {
    const auto model = nlohmann::json::parse(*text);
    for (const auto& [name, part] : model.at("types").items()) {
      const auto type = from_name<ClaimType>(name);
      if (!type)
        return Error{.what = "unknown type `" + name + "`", .origin = file.string(), .offset = {}, .line = {}, .hint = "train it again"};
      out.parts_.at(static_cast<size_t>(*type)) = {.trained = true, .bias = part.at("bias"), .least = part.at("least")};
    }
    out.weights_ = LogLinear(model.at("weights").get<std::unordered_map<std::string, double>>());
  } catch (const nlohmann::json::exception& e) {
    return Error{.what = e.what(), .origin = file.string(), .offset = {}, .line = {}, .hint = "see docs/claims.md"};
  }
  return out;
}

double Judge::probability(ClaimType type, const Features& features) const {
  const Part& part = parts_.at(static_cast<size_t>(type));
  if (!part.trained) return 0;
  const double sum = part.bias + weights_.sum(features, name_of(type));
  return 1 / (1 + std::exp(-sum));
}

double Judge::least(ClaimType type) const {
  return parts_.at(static_cast<size_t>(type)).least;
}

std::vector<std::pair<std::string, double>> Judge::reasons(ClaimType type, const Features& features, size_t n) const {
  return weights_.reasons(features, n, name_of(type));
}

}  // namespace herald::claim
