#include "base/text.h"
#include "language/language.h"

namespace herald::language {
namespace {

// A gap between words, or the end of the text, follows byte `end`.
bool space_after(const Analysis& analysis, uint32_t token) {
  return token + 1 >= analysis.tokens.size() || analysis.tokens[token + 1].span.begin > analysis.tokens[token].span.end;
}

std::string number(uint32_t value) {
  return std::to_string(value);
}

}  // namespace

std::string to_conllu(const Report& report, const Analysis& analysis) {
  const std::string_view text = report.text;
  std::string out = "# newdoc id = " + report.id + "\n";
  for (size_t s = 0; s < analysis.sentences.size(); ++s) {
    const Sentence& sentence = analysis.sentences[s];
    out += "# sent_id = " + report.id + "-" + std::to_string(s + 1) + "\n";
    out += "# text = " + base::squeeze(sentence.span.in(text)) + "\n";
    for (uint32_t t = sentence.first; t < sentence.last; ++t) {
      const Token& token = analysis.tokens[t];
      const uint32_t id = t - sentence.first + 1;
      uint32_t end = t + 1;
      while (end < sentence.last && analysis.tokens[end].joined) ++end;
      const bool begins_range = !token.joined && end > t + 1;
      if (begins_range) {
        out += number(id) + "-" + number(id + end - t - 1) + "\t";
        out += text.substr(token.span.begin, analysis.tokens[end - 1].span.end - token.span.begin);
        out += std::string("\t_\t_\t_\t_\t_\t_\t_\t") + (space_after(analysis, end - 1) ? "_" : "SpaceAfter=No") + "\n";
      }
      out += number(id) + "\t";
      out += token.span.in(text);
      out += "\t" + token.lemma + "\t";
      out += name_of(token.upos);
      out += "\t" + token.xpos + "\t" + token.feats + "\t" +
             number(token.head < 0 ? 0 : static_cast<uint32_t>(token.head) - sentence.first + 1) + "\t" + token.deprel + "\t_\t";
      // Words inside a range leave the mark to the range.
      out += begins_range || token.joined || space_after(analysis, t) ? "_" : "SpaceAfter=No";
      out += "\n";
    }
    out += "\n";
  }
  return out;
}

}  // namespace herald::language
