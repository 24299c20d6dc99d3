#include "export/agreement.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "base/text.h"
#include "herald/names.h"

namespace herald::exports {
namespace {

std::string figure_of(const Quantity& q) {
  if (!q.low && !q.high) return {};
  if (q.low == q.high) return std::to_string(*q.low);
  return (q.low ? std::to_string(*q.low) : "0") + (q.high ? " to " + std::to_string(*q.high) : " or more");
}

std::string days_of(const Claim& c) {
  if (!c.date || !c.date->period.known()) return {};
  const auto side = [](const std::optional<Day>& d) { return d ? to_iso(*d) : std::string(); };
  const Period& p = c.date->period;
  return p.start == p.end ? side(p.start) : side(p.start) + "/" + side(p.end);
}

// A name with its reference, which decides where both have one.
struct Named {
  std::string name, ref;
};

Named named(const std::optional<Party>& p) {
  return p ? Named{p->text.empty() ? p->name : p->text, p->ref} : Named{};
}

// What a claim says in a field; empty where it leaves it open.
Named said(const Claim& c, const std::string& field) {
  if (field == "figure") return {figure_of(c.figure), {}};
  if (field == "harm") return {c.harm ? std::string(name_of(*c.harm)) : "", {}};
  if (field == "state") return {c.state ? std::string(name_of(*c.state)) : "", {}};
  if (field == "kind") return {std::string(name_of(c.kind)), {}};
  if (field == "modality") return {std::string(name_of(c.modality)), {}};
  if (field == "party") return {c.type == ClaimType::casualties ? std::string(name_of(c.party)) : "", {}};
  if (field == "date") return {days_of(c), {}};
  if (field == "place") return c.place ? Named{c.place->place.name, c.place->place.ref} : Named{};
  if (field == "victims") return named(c.victims);
  if (field == "by") return named(c.by);
  if (field == "target") return named(c.target);
  if (field == "holder") return named(c.holder);
  if (field == "from") return named(c.from);
  return c.source.empty() ? Named{} : Named{c.source.back().name, c.source.back().ref};  // voice
}

bool is_name(const std::string& field) {
  for (const char* f : {"place", "victims", "by", "target", "holder", "from", "voice"})
    if (field == f) return true;
  return false;
}

bool alike(const std::string& field, const Named& a, const Named& b) {
  if (!is_name(field)) return a.name == b.name;
  if (a.name.empty() || b.name.empty()) return a.name.empty() && b.name.empty();
  if (!a.ref.empty() && a.ref == b.ref) return true;
  const std::string x = " " + base::fold(a.name) + " ";
  const std::string y = " " + base::fold(b.name) + " ";
  return x.find(y) != std::string::npos || y.find(x) != std::string::npos;
}

// low and high are one question.
std::vector<std::string> questions(std::span<const std::string> fields) {
  std::vector<std::string> out;
  for (const std::string& f : fields) {
    const std::string name = f == "low" || f == "high" ? "figure" : f;
    if (f != "type" && std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
  }
  return out;
}

std::vector<Difference> differences(const Claim& own, const Claim& herald, const std::vector<std::string>& questions) {
  std::vector<Difference> out;
  for (const std::string& q : questions) {
    const Named a = said(herald, q);
    const Named b = said(own, q);
    if (!alike(q, a, b)) out.push_back({q, a.name.empty() ? "open" : a.name, b.name.empty() ? "open" : b.name});
  }
  return out;
}

bool one_sentence(const Span& a, const Span& b, const std::vector<Span>& sentences) {
  if (a.overlaps(b)) return true;
  return std::any_of(sentences.begin(), sentences.end(), [&](const Span& s) { return s.overlaps(a) && s.overlaps(b); });
}

bool can_match(const Claim& own, const Claim& herald, const std::vector<Span>& sentences) {
  if (own.type != herald.type || own.harm != herald.harm || own.state != herald.state || own.kind != herald.kind) return false;
  if (own.trigger.empty() && own.evidence.empty()) return true;
  const Span at = own.trigger.empty() ? own.evidence.front() : own.trigger;
  const auto told = [&](const Span& s) { return one_sentence(at, s, sentences); };
  return told(herald.trigger) || std::any_of(herald.also.begin(), herald.also.end(), told);
}

}  // namespace

Agreement compare(const std::vector<Claim>& own, const std::vector<Claim>& herald, const std::vector<Span>& sentences,
                  std::span<const std::string> fields) {
  const std::vector<std::string> asked = questions(fields);
  struct Candidate {
    bool figure;  // differs
    size_t differing, own, herald;
  };
  std::vector<Candidate> candidates;
  for (size_t i = 0; i < own.size(); ++i)
    for (size_t k = 0; k < herald.size(); ++k)
      if (can_match(own[i], herald[k], sentences))
        candidates.push_back({figure_of(own[i].figure) != figure_of(herald[k].figure), differences(own[i], herald[k], asked).size(), i, k});
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(a.figure, a.differing, a.own, a.herald) < std::tie(b.figure, b.differing, b.own, b.herald);
  });
  std::vector<std::optional<size_t>> partner(own.size());
  std::vector<bool> taken(herald.size());
  for (const Candidate& c : candidates) {
    if (partner[c.own] || taken[c.herald]) continue;
    partner[c.own] = c.herald;
    taken[c.herald] = true;
  }
  Agreement out;
  for (size_t i = 0; i < own.size(); ++i) {
    if (partner[i])
      out.matched.push_back({&own[i], &herald[*partner[i]], differences(own[i], herald[*partner[i]], asked)});
    else
      out.missed.push_back(&own[i]);
  }
  for (size_t k = 0; k < herald.size(); ++k)
    if (!taken[k]) out.extra.push_back(&herald[k]);
  return out;
}

void count_fields(const Agreement& agreement, std::span<const std::string> fields, std::vector<FieldCount>& counts) {
  for (const std::string& q : questions(fields)) {
    auto count = std::find_if(counts.begin(), counts.end(), [&](const FieldCount& c) { return c.field == q; });
    if (count == counts.end()) count = counts.insert(counts.end(), {q, 0, 0});
    for (const ClaimPair& p : agreement.matched) {
      if (said(*p.own, q).name.empty()) continue;
      ++count->of;
      if (std::none_of(p.differs.begin(), p.differs.end(), [&](const Difference& d) { return d.field == q; })) ++count->agree;
    }
  }
}

}  // namespace herald::exports
