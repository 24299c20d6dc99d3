#include "export/claim_text.h"

#include "herald/names.h"

namespace herald::exports {
namespace {

std::string by(const std::optional<Party>& party) {
  return party ? " by " + party->name : "";
}

std::string harm_text(const Claim& c) {
  std::string out = figure_text(c.figure);
  if (out.empty()) out = c.rank.empty() ? "some" : c.rank;
  out += ' ' + std::string(c.harm ? name_of(*c.harm) : "harmed");
  if (c.victims) out += " (" + c.victims->text + ')';
  return out + by(c.by);
}

std::string control_text(const Claim& c) {
  std::string out(c.state ? name_of(*c.state) : "held");
  if (c.holder) out += " by " + c.holder->name;
  if (c.from) out += " from " + c.from->name;
  if (!c.part.empty()) out += ", " + c.part;
  return out;
}

std::string happening_text(const Claim& c) {
  std::string out(name_of(c.kind));
  if (out.empty()) out = name_of(c.type);
  out += by(c.by);
  if (c.target) out += " on " + c.target->text;
  for (size_t i = 0; i < c.with.size(); ++i) out += (i == 0 ? " with " : ", ") + c.with[i].name;
  return out;
}

}  // namespace

std::string what_text(const Claim& c) {
  std::string out = c.type == ClaimType::casualties ? harm_text(c) : c.type == ClaimType::control ? control_text(c) : happening_text(c);
  if (c.modality != Modality::actual) out += " [" + std::string(name_of(c.modality)) + ']';
  return out;
}

std::string place_text(const Place& p) {
  std::string out = p.name;
  if (!p.admin1.empty() && p.admin1 != p.name) out += ", " + p.admin1;
  if (!p.country.empty() && p.type != PlaceType::country) out += ", " + p.country;
  return out;
}

std::string date_text(const Period& p) {
  if (p.start && p.end) return *p.start == *p.end ? to_iso(*p.start) : to_iso(*p.start) + " to " + to_iso(*p.end);
  if (p.start) return "since " + to_iso(*p.start);
  return p.end ? "until " + to_iso(*p.end) : "";
}

std::string figure_text(const Quantity& q) {
  const std::string about = q.approx ? "about " : "";
  if (q.low && q.high) return about + (*q.low == *q.high ? std::to_string(*q.low) : std::to_string(*q.low) + "–" + std::to_string(*q.high));
  if (q.low) return "at least " + about + std::to_string(*q.low);
  return q.high ? "up to " + about + std::to_string(*q.high) : "";
}

std::string voice_text(const std::vector<Voice>& source) {
  std::string out;
  for (const Voice& v : source) out += (out.empty() ? "" : " < ") + v.name;
  return out;
}

}  // namespace herald::exports
