// judge_features [INPUT…]: what train/herald_train/claims.py learns from: every claim gathered from the inputs, coded or not, with its
// features, a JSON line each.
#include <iostream>
#include <nlohmann/json.hpp>

#include "base/files.h"
#include "claim/claims.h"
#include "herald/names.h"
#include "intake/intake.h"
#include "pipeline/resources.h"
#include "voice/voice.h"

namespace {

using namespace herald;

nlohmann::json told(const Report& report, const Analysis& analysis, const claim::Judged& judged) {
  const Claim& c = judged.claim;
  const Span sentence = analysis.sentences[c.sentence].span;
  const auto value = c.harm ? name_of(*c.harm) : c.state ? name_of(*c.state) : name_of(c.kind);
  nlohmann::json out{{"report", report.id},
                     {"type", name_of(c.type)},
                     {"value", value},
                     {"modality", name_of(c.modality)},
                     {"vague", c.figure.vague},
                     {"sentence", sentence.in(report.text)},
                     {"features", judged.features}};
  if (c.figure.low) out["low"] = *c.figure.low;
  if (c.figure.high) out["high"] = *c.figure.high;
  for (const claim::DoerOption& o : judged.doers) {
    nlohmann::json names = nlohmann::json::array();
    if (o.who) names = {o.who->text, o.who->name};
    out["doers"].push_back({{"names", names}, {"features", o.features}});
  }
  return out;
}

int complain(const Error& error) {
  std::cerr << error.message() << '\n';
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  const auto data = base::data_folder();
  if (!data) return complain(data.error());
  const auto resources = pipeline::Resources::load(*data);
  if (!resources) return complain(resources.error());
  language::Workspace workspace;
  int status = 0;
  for (int i = 1; i < argc; ++i)
    intake::read_input(argv[i], [&](const Result<Report>& report) {
      if (!report) {
        status = complain(report.error());
        return;
      }
      const Analysis analysis = language::analyse(*report, resources->language, workspace);
      const auto mentions = mention::find_mentions(*report, analysis, resources->mention);
      const auto attributions = voice::find_attributions(*report, analysis, mentions, resources->cues);
      for (const auto& judged :
           claim::judge_claims(*report, analysis, mentions, attributions, resources->codebook, resources->learned, resources->mention))
        std::cout << told(*report, analysis, judged) << '\n';
    });
  return status;
}
