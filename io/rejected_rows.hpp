/// Rows that a reader cannot use and that no table of the builder has seen.
#ifndef LOTSE_IO_REJECTED_ROWS_HPP
#define LOTSE_IO_REJECTED_ROWS_HPP

#include <lotse/model/network_builder.hpp>

#include <string_view>
#include <utility>

namespace lotse::io {

/// Reports the error of each and counts it, so that results say what they leave out.
class RejectedRows {
public:
    /// `table` is the one of table_names() that the rows would have become part of.
    RejectedRows(std::string_view table, NetworkBuilder& builder)
        : table_{table}, builder_{builder} {}

    void add(Issue issue) {
        if (!input_) input_ = builder_.table(table_, {issue.where.file, issue.where.sheet, 0, 0});
        input_->reject_row(std::move(issue));
    }

private:
    std::string_view table_;
    NetworkBuilder& builder_;
    TableInput* input_ = nullptr;
};

}  // namespace lotse::io

#endif
