/// The terms of an HSDS package, and what they mean to lotse.
#ifndef LOTSE_IO_HSDS_TERMS_HPP
#define LOTSE_IO_HSDS_TERMS_HPP

#include "hsds_links.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

namespace lotse::io::hsds {

struct Term {
    std::string column;  ///< of offers or actors; empty: nothing
    std::string code;
    std::string name;
};

class Terms {
public:
    Terms(const ReadPackage& package, FileIssues& issues);

    /// `column`: where the id stands. nullptr: there is no such term.
    const Term* find(const std::string& id, std::string_view column) const;

private:
    using ById = std::unordered_map<std::string, Term>;
    ById terms_;
    ById taxonomies_;  ///< HSDS 1 and Open Referral UK: terms; else what terms belong to
};

}  // namespace lotse::io::hsds

#endif
