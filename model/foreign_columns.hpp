/// Columns that lotse does not know: what happens to their values. Internal to the NetworkBuilder.
#ifndef LOTSE_MODEL_FOREIGN_COLUMNS_HPP
#define LOTSE_MODEL_FOREIGN_COLUMNS_HPP

#include <lotse/model/privacy.hpp>

#include "table_columns.hpp"

namespace lotse {

/// Of the values of a column, how many are plausible dates of birth and nothing else.
class BirthDates {
public:
    void look_at(std::string_view text);
    /// Of at least five, four fifths are.
    bool found() const;
    /// And half of them before 2000: newer ones may be of anything.
    bool found_old() const;

private:
    int values_ = 0;
    int dates_ = 0;
    int old_ = 0;
};

class ForeignColumn {
public:
    /// Says (reports) what the heading means. In the table of contacts every column is
    /// withheld; one without a heading is taken over nowhere.
    /// `beside`: why it is foreign although the table knows the heading, in place of "unknown".
    ForeignColumn(std::string_view heading, std::string_view table, const SourcePosition& at,
                  BuildLog& log, std::optional<Message> beside = {});

    /// It announces data of persons: no row with a value there may be used.
    bool is_refused() const { return treatment_ == Treatment::refuse; }

    /// Takes a recorded cell over into the row, unless its column is withheld.
    Outcome read(Record& row, const Cell& cell, const CellContext& context);

    /// A column of birth dates gives itself away by its values only, and so does one of names.
    bool looks_like_birth_dates() const;
    bool looks_like_names() const { return names_.found(); }

private:
    enum class Treatment { keep, withhold, refuse, refuse_unless_of_insurers };

    /// "KK-Nr.": said once, at the first cell that holds no key of an insurer.
    Outcome refuse_number(const CellContext& context);

    std::string heading_;
    bool refused_number_ = false;
    bool of_clients_ = false;    ///< a number may stand there, or a group, but no names
    bool names_houses_ = false;  ///< "Anne Frank" is no person there
    Treatment treatment_ = Treatment::keep;
    BirthDates birth_dates_;
    privacy::PersonNames names_;
};

/// Names persons or how to reach them: its values are not taken over.
void warn_of_withheld_column(std::string_view heading, const SourcePosition& at, BuildLog& log);

/// Errors: the values of the column give away what it holds.
void report_birth_dates(std::string_view heading, const SourcePosition& at, BuildLog& log);
void report_birth_dates_in_notes(std::string_view heading, const SourcePosition& at, BuildLog& log);
void report_names(std::string_view heading, const SourcePosition& at, BuildLog& log);

}  // namespace lotse

#endif
