/// When a node or edge of a GEXF file existed: one period, several, or points in time.
#ifndef LOTSE_IO_GEXF_LIFETIME_HPP
#define LOTSE_IO_GEXF_LIFETIME_HPP

#include "xml.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace lotse::io {

class GexfLifetime {
public:
    /// Of the node or edge that the element begins.
    explicit GexfLifetime(const XmlElement& element);

    /// `spell` of GEXF 1.2 and 1.3, `slice` of 1.1.
    void add_spell(const XmlElement& element);

    /// Whether this value of an attribute counts: the first, or one that holds at least as long as
    /// the one that counts so far; of two that end together the one that began later.
    bool counts(std::uint32_t attribute, const XmlElement& value);

    /// From the first to the last of all spells. Empty: not said, or without a bound.
    std::string start() const;
    std::string end() const;
    /// All of several spells: "2009..2010|2012..2013", points in time "2019|2021".
    std::string spells() const;
    /// The only point in time that is said. It is no period: how long the node or edge existed,
    /// nobody knows.
    std::string timestamp() const;
    /// What the element itself says, where its spells count and say otherwise: "2015..2026".
    std::string overruled() const;

private:
    struct Spell {
        std::string start;
        std::string end;
        bool point = false;
    };

    static Spell spell(const XmlElement& element);
    static bool is_later(const Spell& earlier, const Spell& other);
    bool is_one_point() const;

    Spell own_;
    std::vector<Spell> spells_;
    std::map<std::uint32_t, Spell> of_values_;  ///< that count, by attribute
};

}  // namespace lotse::io

#endif
