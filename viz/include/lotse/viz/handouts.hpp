/// Handouts: sheets of A4 paper beside the maps - factsheets, cards to cut out, open questions.
#ifndef LOTSE_VIZ_HANDOUTS_HPP
#define LOTSE_VIZ_HANDOUTS_HPP

#include <lotse/base/text.hpp>
#include <lotse/viz/drawing.hpp>
#include <lotse/viz/palette.hpp>

#include <optional>
#include <string>
#include <vector>

namespace lotse::viz {

/// What every page of a handout carries.
struct HandoutTexts {
    Language language = Language::de;
    Scheme scheme = Scheme::colour;
    std::string network;
    std::string fiction;  ///< "Fiktive Daten", or empty
    std::string date;     ///< "Stand Juni 2026"
    std::string source;
    std::string left_out = {};  ///< who is not among the sheets or cards; may be empty
};

/// An actor as it is named on paper.
struct HandoutActor {
    std::string tag;  ///< "JC"
    std::string name;
    std::string kind;  ///< "Jobcenter · Arbeit · Musterstadt"
    std::optional<Sector> sector;
};

/// A point of a list: what it is about, and what is said of it (may be empty).
struct HandoutEntry {
    std::string lead;
    std::string text;
};

struct HandoutSection {
    std::string heading;
    std::vector<HandoutEntry> entries;
};

struct HandoutSheet {
    HandoutActor about;
    std::vector<HandoutEntry> facts;        ///< label and value
    std::vector<HandoutSection> sections;   ///< those without entries are left out
    std::vector<std::string> not_recorded;  ///< names of facts
};

struct HandoutCard {
    HandoutActor about;
    std::vector<std::string> topics;  ///< of its offers that run
    bool has_offers = false;          ///< some are recorded, whether they run or not
};

/// A question with the place in the workbook where the answer belongs.
struct HandoutQuestion {
    std::string question;
    std::string enter_in;
    std::vector<std::string> items = {};  ///< what is asked about, each in lines of its own
};

/// The questions that go to one actor.
struct HandoutQuestions {
    std::string ask;
    std::vector<HandoutQuestion> questions;
};

/// One or more A4 pages a sheet, in two columns, with a box for corrections by hand; long sheets go
/// on on a further page. No text is smaller than 7 pt, none is left out or cut.
std::vector<Drawing> factsheet_pages(const std::vector<HandoutSheet>& sheets,
                                     const HandoutTexts& texts);

/// Eight cards an A4 page, with lines to cut along and room to write.
std::vector<Drawing> card_pages(const std::vector<HandoutCard>& cards, const HandoutTexts& texts);

/// Numbered questions with lines for the answer, grouped by whom to ask; one that is longer than a
/// page goes on on the next.
std::vector<Drawing> question_pages(const std::vector<HandoutQuestions>& groups,
                                    const HandoutTexts& texts);

}  // namespace lotse::viz

#endif
